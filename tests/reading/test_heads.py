"""Heads of documents: dates among places and rooms, whose text it is, its title, who is there; and how talks end."""

import pytest

from onrecord.reading import read
from onrecord.reading.closing_notes import tells_of_the_talk
from onrecord.reading.date_lines import is_dated_head

LEDE = "The harbour of Ostby will stay shut until June, the council said on Tuesday, as 14 ships wait outside of it."
TALK = (
    "BO TARN: Minister, when will the harbour open again?\n\nFENN: It will open on Friday.\n\n"
    "TARN: And the ferry to Torvik?\n\nFENN: The ferry sails again in June."
)


def of(text):
    return read(f"{text}\n".encode())


@pytest.mark.parametrize(
    "line",
    [
        "Ostby, Harbour House, Thursday 2 May 2024",
        "Monday 6 May 2024, Committee Room 2, 5pm",
        "5pm, Committee Room 2, Monday 6 May 2024",
        "Guild Hall, Main Chamber | 6 May 2024 | 18:30",
        "Tuesday, May 7, 2024 at 10 a.m., 2141 Harbor Building",
        "Venue: Guild Hall, 6 May 2024",
        "Recorded on 6 May 2024 in Ostby",
        "Held on 6 May 2024 at 7 pm in the Guild Hall",
        "Ostby Town Hall (Room B), 3 March 2024, 10:00-12:30",
    ],
)
def test_a_date_stands_among_places_rooms_and_times_in_any_order(line):
    assert is_dated_head(line)
    document = of(f"Joint press conference of two harbours\n\n{line}\n\n{TALK}")
    assert document.published is not None
    assert document.published.start.startswith("2024-0")
    assert [block.label for block in document.blocks[:3]] == [None, "date", "BO TARN"]


@pytest.mark.parametrize(
    "line",
    [
        "Minister resigns, 6 May 2024, after vote",
        "The harbour closed on 6 May 2024",
        "Harbour closure: 6 May 2024",
        "The Floods of 6 May 2024",
        "What happened on 6 May 2024, and why",
        "Was it 6 May 2024, Ostby?",
        "Meeting of the board, 6 May 2024, Room 2",
    ],
)
def test_other_lines_with_a_date_are_no_dated_heads(line):
    assert not is_dated_head(line)


def test_a_title_is_dated_by_what_stands_before_the_room():
    document = of(f"Harbour hearing, Tuesday 7 May 2024, Room 4\n\n{TALK}")
    assert (document.title, document.published.start) == ("Harbour hearing, Tuesday 7 May 2024, Room 4", "2024-05-07")


def test_a_first_line_with_a_date_is_the_title_where_there_is_no_other():
    assert of(f"Press briefing, 6 May 2024\n\n{TALK}").title == "Press briefing, 6 May 2024"
    below = of(f"Press briefing, 6 May 2024\n\nThe closing of Ostby harbour\n\n{TALK}")
    assert (below.title, below.published.start) == ("The closing of Ostby harbour", "2024-05-06")


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        (
            "OSTBY TOWN COUNCIL\nHarbour Committee\n6 May 2024, Room 2, 5pm\nThe closing of the harbour: evidence",
            "The closing of the harbour: evidence",
            "Ostby Town Council",
        ),
        (
            "ZENNOR ZINC LTD\nNews release\n6 May 2024\n\nOstby smelter: what we will do next",
            "Ostby smelter: what we will do next",
            "Zennor Zinc Ltd",
        ),
        (
            "Ostby Echo\nMonday 6 May 2024\n\nHarbour to stay shut for a month, says council\n\nBy Ilse Marrow",
            "Harbour to stay shut for a month, says council",
            "Ostby Echo",
        ),
        (
            "CITY TALK\nRadio Ostby\nBroadcast: Monday, 6 May 2024, 8 p.m.\n\nTranscript: Oda Fenn speaks to Bo Tarn",
            "Transcript: Oda Fenn speaks to Bo Tarn",
            "Radio Ostby",
        ),
        ("Minister Sues Fishing Union\n6 May 2024\nBy Ilse Marrow", "Minister Sues Fishing Union", None),
        ("Storm Over Torvik\n6 May 2024\nWhat happened in the harbour at night", "Storm Over Torvik", None),
    ],
    ids=["committee of a council", "company's release", "local paper", "programme", "headline", "two headlines"],
)
def test_whose_text_it_is_stands_above_the_day_and_the_title(head, title, outlet):
    body = TALK if "Talk" in head.title() or "Committee" in head else f"{LEDE}\n\n{LEDE.replace('14', '15')}"
    document = of(f"{head}\n\n{body}")
    assert (document.title, document.outlet) == (title, outlet)
    assert document.published.start == "2024-05-06"


def test_who_is_present_is_no_speech():
    document = of(
        "OSTBY TOWN COUNCIL\nThe closing of the harbour: evidence\n7 May 2024\n\n"
        "Members present: Councillor Oda Fenn (Chair); Councillor Bo Tarn\nWitness: Ilse Marrow, harbour master\n\n"
        "Chair: Ms Marrow, when was the harbour of Ostby closed?\n\nIlse Marrow: It was closed on Friday at noon.\n\n"
        "Councillor Tarn: Who ordered that it be closed?\n\nIlse Marrow: The minister ordered it."
    )
    turns = [block.label for block in document.blocks if block.kind == "turn"]
    assert turns == ["Chair", "Ilse Marrow", "Councillor Tarn", "Ilse Marrow"]
    assert [block.kind for block in document.blocks[3:5]] == ["heading", "heading"]


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("After the interview was recorded, a spokeswoman said in an email that no date had been set.", True),
        ("This interview has been edited for length.", True),
        ("Fenn was appointed in March. Her ministry declined to say how many ships are waiting.", True),
        ("After the programme was taped, Fenn wrote: “I was wrong about the ferry.”", True),
        ("After the interview was over, I went home. You know that.", False),
        ("The port was closed by my predecessor.", False),
        ("The ministry declined to say how many ships are waiting.", False),
        ("Fenn is what they call me.", False),
    ],
)
def test_a_note_below_a_talk_is_nobodys_turn(words, own):
    assert tells_of_the_talk(words, "MINISTER FENN") is own
    document = of(f"Interview with Oda Fenn\n\n{TALK}\n\n{words}")
    assert document.blocks[-1].kind == ("paragraph" if own else "turn")
