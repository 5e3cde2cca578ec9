"""Turns of transcripts: labels as written, whose words a line without a label is, and what is no transcript."""

import pytest

from onrecord.reading.dom import laid_out, lines_of, parsed
from onrecord.reading.pieces import pieces_of
from onrecord.reading.turns import find_turns, hands_over


def spoken(text):
    """Each turn as "LABEL: first words": "+" before the label where a line goes on, "?" where nobody is known."""
    pieces = pieces_of(text)
    transcript = find_turns(text, pieces)
    if transcript is None:
        return None
    return [
        f"{'' if turn.opens else '+'}{turn.label or '?'}: {text[turn.start : pieces[number].end][:12].strip()}"
        for number, turn in transcript.turns.items()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chairman Hale. The hearing will begin.\nDr. Okoro. Thank you.\nMs. de Wit. When?\nDr. Okoro. In May.\n"
            "Ms. de Wit. [Off mic.] And then?\nDr. Okoro. “Soon” is all we know.",
            [
                "Chairman Hale: The hearing",
                "Dr. Okoro: Thank you.",
                "Ms. de Wit: When?",
                "Dr. Okoro: In May.",
                "Ms. de Wit: [Off mic.] A",
                "Dr. Okoro: “Soon” is al",
            ],
        ),
        (
            "SENIOR MINISTRY OFFICIAL: "
            " Good morning.\nWe are glad.\nQ    Why now?\nSENIOR MINISTRY OFFICIAL:  Because.",
            [
                "SENIOR MINISTRY OFFICIAL: Good morning",
                "+SENIOR MINISTRY OFFICIAL: We are glad.",
                "Q: Why now?",
                "SENIOR MINISTRY OFFICIAL: Because.",
            ],
        ),
        (
            "Q\u00a0\u00a0\u00a0 Why now?\n\nTHE PREMIER:\u00a0 Because.\n\nQ\u00a0\u00a0\u00a0 And then?",
            ["Q: Why now?", "THE PREMIER: Because.", "Q: And then?"],
        ),
        (
            "QUESTION: Why now?\n\nMS. McFENN: Because.\n\nQUESTION: And then?\n\nMS. McFENN: We wait.",
            ["QUESTION: Why now?", "MS. McFENN: Because.", "QUESTION: And then?", "MS. McFENN: We wait."],
        ),
        (
            "MINISTER O'DELL (via interpreter): We agree.\nSECRETARY FENN: So do we.\nMINISTER O'DELL: Good.",
            ["MINISTER O'DELL (via interpreter): We agree.", "SECRETARY FENN: So do we.", "MINISTER O'DELL: Good."],
        ),
        (
            "Ilse Marrow: Why is there "
            "no second dam at the river?\nOda Fenn: Because we have never planned to build one.\n"
            "Ilse Marrow: And the cranes that people saw there?\nOda Fenn: They belong to the old harbour works.",
            [
                "Ilse Marrow: Why is there",
                "Oda Fenn: Because we h",
                "Ilse Marrow: And the cran",
                "Oda Fenn: They belong",
            ],
        ),
        (
            "Q. Why now?\nA. Because we must.\nQ. And then?\nA. We wait.",
            ["Q: Why now?", "A: Because we m", "Q: And then?", "A: We wait."],
        ),
        (
            "**Q:** Why now?\n\n**Fenn:** "
            "Because we must act.\n\n**Q:** And then?\n\n**Fenn:** We wait for the rain to end.",
            ["Q: Why now?", "Fenn: Because we m", "Q: And then?", "Fenn: We wait for"],
        ),
        (
            "[00:01:02] HOST: Welcome back.\n[00:01:09] SPEAKER 1: Thank you.\n[00:01:12] HOST: So, the dam.",
            ["HOST: Welcome back", "SPEAKER 1: Thank you.", "HOST: So, the dam."],
        ),
        (
            "THE PREMIER:\nGood morning.\nTHE PREMIER:\nGood night.",
            ["THE PREMIER: ", "+THE PREMIER: Good morning", "THE PREMIER: ", "+THE PREMIER: Good night."],
        ),
        (
            "Q: Why now?\n\nBecause the river is low.\n\nQ: And then?\n\nWe wait.\n\nQ: For what?\n\nFor the rain.",
            ["Q: Why now?", "+?: Because the", "Q: And then?", "+?: We wait.", "Q: For what?", "+?: For the rain"],
        ),
    ],
)  # fmt: skip
def test_labels_are_told_from_words(text, expected):
    assert spoken(text) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Please go ahead, Ms. Fenn.", "What we see is a flat line.", "?"),
        ("Thank you. Go ahead.", "What we see is a flat line.", "?"),
        ("I'll turn it over to [ministry official].", "What we see is a flat line.", "?"),
        ("With that, over to you, Oda.", "What we see is a flat line.", "?"),
        ("[Ministry official], do you want to take that?", "What we see is a flat line.", "?"),
        ("We'll go next to Bo Tarn from Harbour News.", "Thanks for doing this.", "?"),
        ("The floor is yours.", "What we see is a flat line.", "?"),
        ("And with that I will turn it to [ministry official].", "Over to you.", "MODERATOR"),
        ("Over to you to explain how to ask.", "We'll go first to Bo Tarn.", "MODERATOR"),
        ("Oda, do you want to take that?", "We might have lost them.", "MODERATOR"),
        ("[Ministry official], do you want me to take that?", "On the dam, we said no.", "MODERATOR"),
        ("We will go ahead and build it.", "The cost is low.", "MODERATOR"),
        ("We hope that this goes ahead as planned.", "The cost is low.", "MODERATOR"),
        ("Happy to answer that, Bo.", "The cost is low.", "MODERATOR"),
        ("We turned over the plans to the court.", "The cost is low.", "MODERATOR"),
    ],
)  # fmt: skip
def test_a_line_after_the_floor_was_given_away(before, after, expected):
    text = f"MODERATOR:  {before}\n{after}\nMODERATOR:  Thanks.\nMS. FENN:  You are welcome."
    assert spoken(text)[1] == f"+{expected}: {after[:12].strip()}"


@pytest.mark.parametrize(
    "text",
    [
        "The premier spoke.\n\nNOTE: This is a summary.\n\nRELATED: The dam.\n\nUPDATE: It rained.",
        "What we know:\n\nMonday: It rained.\n\nTuesday: It rained.\n\nWednesday: It rained.",
        "Oda Fenn: 1,769.\nBo Tarn: 1,501.\nOda Fenn: 12.\nBo Tarn: 14.",
        "A man said it rained.\n\nA woman said it did not.\n\nA child said nothing.",
        "HOUSING: The plan adds homes.\n\nWATER: The plan adds wells.\n\nHEALTH: The plan adds clinics.",
        "Q Branch met.\n\nIt was raining.",
        "Three came.\n\nMr. Hale. He left early.\n\nDr. Okoro. She stayed.\n\nMs. de Wit. She paid.\n\nMr. Hale. No.",
    ],
)
def test_what_is_no_transcript(text):
    assert spoken(text) is None


def test_speech_ends_at_the_closing_time():
    text = "9:06 A.M. EST\nMODERATOR: Hello.\nQ    Why?\nMODERATOR: Because.\n\n9:36 A.M. EST\n\nThe office is open."
    assert len(spoken(text)) == 3


def test_giving_the_floor_counts_only_at_the_end():
    assert hands_over("Thank you. Please go ahead, Ms. Fenn.")
    assert not hands_over(
        "Please go ahead, I said then. " + "But the works had been stopped by the court for good. " * 4
    )


BOLD_LABELS = (
    "<p><strong>Reporter</strong></p><p>Will the dam be finished this year?</p>"
    "<p><strong>Tora Lind</strong></p><p>It will be finished in November.</p><p>And we have the people.</p>"
    "<p><strong>Reporter</strong></p><p>What about the villages?</p>"
    "<p><strong>Tora Lind</strong> They will be moved by the end of May.</p>"
)


def test_labels_set_apart_by_bold_letters_alone_are_labels():
    text, pieces = laid_out(lines_of(parsed(f"<html><body>{BOLD_LABELS}</body></html>")))
    transcript = find_turns(text, pieces)
    assert transcript is not None
    lines = [(turn.label, text[turn.start : pieces[n].end]) for n, turn in transcript.turns.items()]
    assert [label for label, words in lines if words] == ["Reporter", "Tora Lind", "Tora Lind", "Reporter", "Tora Lind"]


def test_the_only_labelled_speaker_does_not_ask_himself():
    text = "THE PREMIER: We shall publish it.\n\nWhen?\n\nNext week.\n\nAnd the names?\n\nThose too."
    pieces = pieces_of("9:06 A.M. EST\n\n" + text)
    transcript = find_turns("9:06 A.M. EST\n\n" + text, pieces)
    assert transcript is None or [turn.label for turn in transcript.turns.values()][1:] == [None] * 4


@pytest.mark.parametrize("body", ["<p><b>The villages</b></p><p>They will move.</p><p><b>The dam</b></p><p>Done.</p>"])
def test_bold_headings_are_no_labels(body):
    text, pieces = laid_out(lines_of(parsed(f"<html><body>{body}</body></html>")))
    assert find_turns(text, pieces) is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Q    How many cranes are safe?\n\nEleven of them are, and three will be by Friday.\n\nMODERATOR: Next.",
            ["Q: How many cra", "+?: Eleven of th", "MODERATOR: Next."],
        ),
        (
            "Q    How many cranes are safe?\n\nEleven of them are safe, and three will be by Friday.\n\nMR. COLE: All.",
            ["Q: How many cra", "+Q: Eleven of th", "MR. COLE: All."],
        ),
        (
            "Q    How many cranes are safe?\n\nAnd are the other ones being repaired at this time?\n\nMODERATOR: Next.",
            ["Q: How many cra", "+Q: And are the", "MODERATOR: Next."],
        ),
    ],
)
def test_lines_after_a_question_that_nobody_else_answers_are_an_answer(body, expected):
    assert spoken(f"MODERATOR: Good morning.\n\n{body}\n\nMR. COLE: Thank you.")[1:-1] == expected
