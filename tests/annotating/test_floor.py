"""Transcripts of many layouts: every turn has its speaker, or an honest unknown, and never somebody else's."""

import pytest

from onrecord.annotating.speakers import attribute_speakers
from onrecord.annotating.statements import find_statements
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.model.documents import Document, Source
from onrecord.reading.blocks import find_blocks
from onrecord.reading.pieces import pieces_of

SOURCE = Source(uri="sample", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")


def analysed(text):
    """A transcript's blocks, parsed."""
    blocks = find_blocks(text, pieces_of(text))
    return analyse(Document(id="document-sample", source=SOURCE, text=text, blocks=blocks))


def spoken(text):
    """The turns in order, each as "SPEAKER (OUTLET OR PARTY): first words"."""
    analysis = analysed(text)
    entities = find_names(analysis)
    statements, _ = attribute_speakers(analysis, entities, find_statements(analysis, entities))
    turns = [s for s in statements if s.manner == "turn"]
    return [f"{_shown(turn.speaker)}: {turn.content[0].of(text)[:8].strip()}" for turn in turns]


def _shown(speaker):
    name = speaker.name or speaker.description or "?"
    return f"{name} ({speaker.party})" if speaker.party else name


BRIEFING = """Remarks at the Border Conference

THE PRESIDENT:  We will build two bridges.

(Applause.)

I thank the crews.

Q    Will the tolls go up?

THE PRESIDENT:  They will not.  Anna, go ahead.

Q    Thank you.  Anna Holm, Baltic Radio.  Is the tunnel dead?

MS. KOLE:  Last question, everyone.

Q    (Via interpreter)  Will you meet the union?

THE PRESIDENT:  On Tuesday.

END  2:14 P.M. CET
"""

CONFERENCE = """SECRETARY VEGA: Good day. With me is Foreign Minister Marta Ruiz.

FOREIGN MINISTER RUIZ: (Via interpreter) Thank you. We agreed on three points.

MODERATOR: The first question goes to Paul Stein from Radio Norte.

QUESTION: Will visas be waived?

SECRETARY VEGA: We are looking at that.

And the minister and I spoke about it.

MODERATOR: The second question is from Lena Ortiz, El Faro.

QUESTION: (Via interpreter) Do you accept the quota?

FOREIGN MINISTER RUIZ: (Via interpreter) We do not.
"""

CALL = """Background Briefing on the Grain Corridor

OPERATOR: Welcome. I will now turn the conference over to Mr. Dahl.

MR. DAHL: This call is on background, attributable to senior ministry officials.

SENIOR MINISTRY OFFICIAL ONE: We shipped two million tons last month.

SENIOR MINISTRY OFFICIAL TWO: And we expect three this month.

OPERATOR: Our first question comes from the line of Petra Sand with Northern Wire. Your line is open.

Q: How many ships are waiting?

SENIOR MINISTRY OFFICIAL ONE: Forty.
"""

EVIDENCE = """Oral evidence

Q1  Chair: Good morning. Who are you?

Dr Hale: I am Edith Hale, director of the Water Institute.

Mr Okoro: Peter Okoro, chief economist at the Lake Fund.

Q2  Sarah Penn: How much water is lost?

Dr Hale: About a fifth of it is lost.

Q3  Chair: Is that more than last year?

Mr Okoro: It is about the same.
"""

BROADCAST = """JAKE HOLM, HOST: Welcome back. With me is Senator Ada Bruhn.

SEN. ADA BRUHN (I-NORTHLAND): Thank you for having me.

HOLM: Will you vote for the bill?

BRUHN: I will not. It is a bad bill.

(CROSSTALK)

UNIDENTIFIED MALE: The bill will save the valley.

HOLM: That was an aide.
"""

NUMBERED = """Interview with Jonas Feld

1. Question (via interpreter): How much will the line cost?

Answer: Around four million, and we have it.

2. Question: When does it open?

Answer: Next spring, if the winter is mild.
"""

LETTERS = """Press briefing on the harbour works

Q. Ilse Marrow, Lund Courier. When will the cranes come?

A. In June. The yard has confirmed it.

Q. And who pays?

A. The port authority pays.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            BRIEFING,
            ["President: We will", "reporter: Will the", "President: They wil", "Anna Holm (Baltic Radio): Thank yo",
             "Kole: Last que", "reporter: (Via int", "President: On Tuesd"],
        ),
        (
            CONFERENCE,
            ["Vega: Good day", "Marta Ruiz: (Via int", "moderator: The firs", "Paul Stein (Radio Norte): Will vis",
             "Vega: We are l", "moderator: The seco", "Lena Ortiz (El Faro): (Via int", "Marta Ruiz: (Via int"],
        ),
        (
            CALL,
            ["operator: Welcome.", "Dahl: This cal", "senior ministry official one: We shipp",
             "senior ministry official two: And we e", "operator: Our firs", "Petra Sand (Northern Wire): How many",
             "senior ministry official one: Forty."],
        ),
        (
            EVIDENCE,
            ["chair: Good mor", "Edith Hale (Water Institute): I am Edi", "Peter Okoro (Lake Fund): Peter Ok",
             "Sarah Penn: How much", "Edith Hale (Water Institute): About a", "chair: Is that",
             "Peter Okoro (Lake Fund): It is ab"],
        ),
        (
            BROADCAST,
            ["Jake Holm: Welcome", "Ada Bruhn: Thank yo", "Jake Holm: Will you", "Ada Bruhn: I will n",
             "unidentified male: The bill", "Jake Holm: That was"],
        ),
        (
            LETTERS,
            ["Ilse Marrow (Lund Courier): Ilse Mar", "interviewee: In June.", "questioner: And who",
             "interviewee: The port"],
        ),
    ],
)  # fmt: skip
def test_every_turn_has_its_speaker(text, expected):
    assert spoken(text) == expected


def test_answers_belong_to_the_one_person_whom_the_lines_above_name():
    who = [line.partition(":")[0] for line in spoken(NUMBERED)]
    assert who[0] == who[2] == "questioner"
    assert who[1] == who[3]
    assert who[1] in {"Jonas Feld", "interviewee"}


def test_lines_without_a_label_after_a_question_belong_to_nobody_known():
    text = (
        "9:06 A.M. EST\n\nSPOKESPERSON: Good day to you all. We shall publish the list.\n\n"
        "When will it be published?\n\nNext week, as we promised.\n\nAnd the names?\n\nThose too."
    )
    lines = spoken(text)
    assert not any(line.startswith("spokesperson") for line in lines[1:])


def test_no_turn_is_lost_in_a_long_transcript():
    text = "MODERATOR: We begin.\n\n" + "Q: And then?\n\nMS. KOLE: We wait for rain.\n\n" * 200
    assert len(spoken(text)) == 401


HEARING = """Hearing on the Pier Fire

CHAIRWOMAN OKAFOR: We have with us Dr. Marta Lind, director of the Port Authority, and Mr. Ed Soames.

SEN. PIKE (D-Dunmore): Let me ask a few questions.

Q. Mr. Soames, when did you write the first letter?
A. In June of 2022.
Q. And did you get an answer?
A. No, sir. They never answered.

DR. LIND: That is not true.

Q. Dr. Lind, who told you so?
A. My staff did.
"""

PANEL = """Energy roundtable

Sofia Grant (Radio Marlow): Welcome. With me is Ben Okoro, chief executive of Northgrid.

Ben Okoro (Northgrid): Thanks for having me on the programme.

Sofia Grant (Radio Marlow): Will there be blackouts?

Ben Okoro (via phone): There will not be any this winter.

Lena Voss (BBC): Are you sure?
"""

NUMBERS = """City Council

[00:00:05] SPEAKER 1: Good evening. I'm Councillor Dana Whitlow and I'll chair tonight.

[00:00:31] SPEAKER 2: The bridge will open in April.

[00:01:10] SPEAKER 3: That is what you said last year.

[00:01:20] SPEAKER 2: My name is Rob Teller, by the way. I'm not from here.

[00:02:02] SPEAKER 1: Thank you, all.
"""

LETTERED = """Hanna Moreau has led the Fishers’ Union since 2019. Peter Quist of the Baltic Review met her.

PQ: What changed?

HM: Nothing changed at all.

PQ: And now?

HM: Now we wait for them.

XZ: May I say something here?

HM: You may not.
"""

FOLLOWED = """MODERATOR: First question to Lena Voss of the Courier.

QUESTION: Thank you. How much was spent?

MINISTER BRANDT: Twelve million.

QUESTION: May I follow up?

MODERATOR: Very briefly.

QUESTION: Who pays for it?

MODERATOR: Next question, please.

QUESTION: Will prices go up?
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEARING,
            ["Okafor", "Pike", "questioner", "Ed Soames", "questioner", "Ed Soames", "Marta Lind (Port Authority)",
             "questioner", "Marta Lind (Port Authority)"],
        ),
        (
            PANEL,
            ["Sofia Grant (Radio Marlow)", "Ben Okoro (Northgrid)", "Sofia Grant (Radio Marlow)",
             "Ben Okoro (Northgrid)", "Lena Voss (BBC)"],
        ),
        (NUMBERS, ["Dana Whitlow", "Rob Teller", "speaker 3", "Rob Teller", "Dana Whitlow"]),
        (LETTERED, ["Peter Quist", "Hanna Moreau", "Peter Quist", "Hanna Moreau", "XZ", "Hanna Moreau"]),
        (
            FOLLOWED,
            ["moderator", "Lena Voss (Courier)", "Brandt", "Lena Voss (Courier)", "moderator", "Lena Voss (Courier)",
             "moderator", "reporter"],
        ),
    ],
)  # fmt: skip
def test_labels_without_a_name_get_the_one_that_the_text_tells(text, expected):
    assert [line.rpartition(": ")[0] for line in spoken(text)] == expected


def test_a_moderator_who_tells_a_name_has_it():
    text = "MODERATOR: Good morning. I'm Carla Vance.\n\nMINISTER BRANDT: Hello.\n\nMODERATOR: Please begin.\n"
    assert [line.rpartition(": ")[0] for line in spoken(text)] == ["Carla Vance", "Brandt", "Carla Vance"]


def test_a_chair_names_who_asks_next_in_few_words():
    call = """MODERATOR: Good morning. We begin.

MODERATOR: First question, Tom Vale with the Selby Herald.

Q: Is it closed?

OFFICIAL: It is.

MODERATOR: Thank you. Rosa Lund, Coast Radio.

Q: Since when?

OFFICIAL: Since May.

MODERATOR: Thank you, Rosa.

Q: And who closed it?
"""
    turns = spoken(call)
    assert [turns[at].rpartition(":")[0] for at in (2, 5)] == ["Tom Vale (Selby Herald)", "Rosa Lund (Coast Radio)"]


def test_an_outlet_alone_is_that_of_whoever_asks_next():
    text = (
        "MODERATOR: Thanks for joining us today. Let's go to Reuters.\n\nQ: Hi. This is Tom Wilk. Who pays for it?\n\n"
        "MR. HOLM: Nobody pays for it.\n\nMODERATOR: The line of Jo Abara with Harbor News is open.\n\n"
        "Q: Are the boats back yet, and who says so?\n\nMR. HOLM: They are back.\n"
    )
    asked = [turn for turn in spoken(text) if turn.startswith(("Tom", "Jo"))]
    assert asked == ["Tom Wilk (Reuters): Hi. This", "Jo Abara (Harbor News): Are the"]


def test_numbered_officials_are_told_apart():
    text = (
        "MODERATOR: Thanks for joining us. We'll start.\n\nSENIOR OFFICIAL #1: The boats left.\n\n"
        "SENIOR OFFICIAL #2: Nobody paid for them.\n\nSENIOR OFFICIAL #1: That is right.\n"
    )
    assert [turn.partition(":")[0] for turn in spoken(text)][1:] == [
        "senior official #1", "senior official #2", "senior official #1",
    ]  # fmt: skip


def test_offices_that_the_head_lines_tell_have_their_state():
    text = (
        "Remarks by the Prime Minister of Oster Island and the Foreign Secretary of Marnia\n\n"
        "PRIME MINISTER DUNMORE: Oster Island has waited for this day, and so has Marnia.\n\n"
        "FOREIGN SECRETARY ALVA: Marnia will pay for two boats.\n\n"
        "A SENIOR MARNIAN OFFICIAL: The boats sailed from the Marnian coast.\n\n"
        "PRIME MINISTER DUNMORE: Oster Island will pay for one.\n"
    )
    assert [turn.partition(":")[0] for turn in spoken(text)] == [
        "Dunmore (Oster Island)", "Alva (Marnia)", "senior Marnian official (Marnia)", "Dunmore (Oster Island)",
    ]  # fmt: skip


def test_who_asks_after_another_outlet_was_called_is_not_whoever_asked_before():
    text = (
        "MODERATOR: Next, Hallam Radio. Bree?\n\nQ: Thanks. Bree Tolland, Hallam Radio. Who pays for the boats?\n\n"
        "MR. HOLM: Nobody pays for them.\n\nMODERATOR: Then Northern Wire.\n\n"
        "Q: Madam, sir, Luc Marchand from Northern Wire. Who says so?\n\nMR. HOLM: We say so.\n"
    )
    asked = [turn for turn in spoken(text) if not turn.startswith(("Holm", "moderator"))]
    assert asked == ["Bree Tolland (Hallam Radio): Thanks.", "Luc Marchand (Northern Wire): Madam, s"]


HEARING = """Committee on Rivers
Hearing on flood payments

WITNESSES: Ms Teresa Holm, Deputy Secretary; Mr Brian Sato, Payments Branch; Dr Lionel Acker, Port University

CHAIR (Ms Ferrant): I open the hearing. Is the figure right?

Ms HOLM: It is not. We paid fewer.

Senator QUILL: So we were misled?

Ms HOLM: We did not know.

Senator QUILL: Dr Acker, how many families left?

Dr ACKER: We counted three hundred.

CHAIR: Thank you all.
"""

CONFERENCE_ON_WATER = """Press conference by Health Minister Ada Koro

MINISTER OF HEALTH ADA KORO: The water is safe.

Q (Rafael Moya, Radio del Sur): Who tested it?

MINISTER KORO: The agency did.

Q: On what day?

MINISTER KORO: On Monday.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEARING,
            [
                "Ferrant: I open t",
                "Teresa Holm: It is no",
                "Quill: So we we",
                "Teresa Holm: We did n",
                "Quill: Dr Acker",
                "Lionel Acker: We count",
                "Ferrant: Thank yo",
            ],
        ),
        (
            CONFERENCE_ON_WATER,
            [
                "Ada Koro: The wate",
                "Rafael Moya (Radio del Sur): Who test",
                "Ada Koro: The agen",
                "reporter: On what",
                "Ada Koro: On Monda",
            ],
        ),
    ],
)
def test_brackets_and_head_lines_tell_who_is_labelled(text, expected):
    assert spoken(text) == expected


def test_turns_ask_thank_or_tell():
    text = """Briefing

QUESTION: Good morning. The pier was closed in May. Who closed it? Thank you.

MINISTER RUIZ: The harbour master did. He saw cracks. Divers went down. They found five. Would you have kept it open?

MODERATOR: Thank you, everyone.
"""
    analysis = analysed(text)
    statements = find_statements(analysis, find_names(analysis))
    assert [s.stance for s in statements if s.manner == "turn"] == ["asks", "asserts", "thanks"]


def test_who_is_said_to_preside_speaks_as_the_chair_and_your_company_is_the_witnesss() -> None:
    text = (
        "COMMITTEE ON TRANSPORT\n\nHearing on the Calder bridge\n\nTuesday, 14 May 2024\n\n"
        "Members present: Judith Okafor (Chair), Ben Marlow, Rosa Quint\n\nWitness: Edda Horn, Chief Engineer\n\n"
        "The CHAIR. Good morning. We will hear Ms. Horn first.\n\n"
        "Ms. HORN. Thank you, Madam Chair. The bridge was inspected in March. No crack was found.\n\n"
        "Mr. MARLOW. Your company told the paper that two bolts were missing.\n\n"
        "Ms. HORN. We never said that.\n\nThe CHAIR. Please send us the report by Friday.\n\nMs. HORN. We will.\n"
    )
    told = spoken(text)
    assert told[0].startswith("Judith Okafor")
    assert told[4].startswith("Judith Okafor")
    analysis = analysed(text)
    entities = find_names(analysis)
    said, _ = attribute_speakers(analysis, entities, find_statements(analysis, entities))
    assert "Edda Horn’s company" in {s.speaker.description for s in said}


def test_a_reporter_without_a_name_is_not_the_one_who_asked_before() -> None:
    text = (
        "Press call\n\nMODERATOR: Good morning.\n\nQUESTION: Lena Ortiz, Corvane Press. Did they cross it?\n\n"
        "MINISTER HALE: No boat crossed the line.\n\nQUESTION: Will you go to Geneva?\n\nMINISTER HALE: I will.\n"
    )
    told = spoken(text)
    assert told[1].startswith("Lena Ortiz")
    assert told[3].startswith("reporter")
