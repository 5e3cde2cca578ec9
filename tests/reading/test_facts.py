"""What a document tells of itself: date, outlet, authors, dateline, terms, embargo, origin, genre."""

import pytest

from onrecord.reading import read

BODY = (
    "The ministry of works "
    "denied on Tuesday that it is building a second dam on the river, and called the claim absurd.\n\n"
    "Its neighbours had said that they had counted 14 cranes at the site, and that the water was falling."
)
CALL = (
    "Via Teleconference\n9:06 "
    "A.M. EST\nMODERATOR:  Thank you all for joining. As a reminder, this call is on background, attributable "
    "to senior ministry officials, "
    "and it is embargoed until the end of the call.\nSENIOR MINISTRY OFFICIAL:  Good morning.\n"
    "Q    Is there a dam?\nSENIOR MINISTRY OFFICIAL:  There is none.\n\n9:36 A.M. EST\n"
)


def of(text, **options):
    return read(text.encode(), **options)


def known(document):
    day = document.published
    return None if day is None else (day.start, day.precision, day.known_by)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Dam Denied\n\nMay 7, 2024\n\n{BODY}", ("2024-05-07", "day", "text")),
        (f"Dam Denied\n\nPublished 7 May 2024, updated 9 May 2024\n\n{BODY}", ("2024-05-07", "day", "text")),
        (f" date 2024-05-07 {BODY}", ("2024-05-07", "day", "text")),
        (f"TORVIK, Vardania, May 7, 2024 — {BODY}", ("2024-05-07", "day", "dateline")),
        (f"TORVIK, May 7, 2024 /PRNewswire/ -- {BODY}", ("2024-05-07", "day", "dateline")),
        (f"TORVIK, May 7 (Reuters) - {BODY}\n\n© 2024 Reuters", ("2024-05-07", "day", "dateline")),
        (f"(Torvik, May 7, 2024) -- {BODY}", ("2024-05-07", "day", "dateline")),
        (f"TORVIK HARBOUR COMMITTEE\nHearing of 7 May 2024\n\nTHE CHAIR: {BODY}", ("2024-05-07", "day", "text")),
        (f"TORVIK HARBOUR COMMITTEE\nThe flood of 7 May 2024\n\nTHE CHAIR: {BODY}", None),
        (f"TORVIK, May 7 (Reuters) - {BODY}", None),
        (
            f"{BODY}\n\nThe minister, "
            f"left, and the mayor, right, leave the hall in Torvik, Tuesday, May 7, 2024. (AP Photo/Bo Tarn)",
            ("2024-05-07", "day", "caption"),
        ),
        (
            f"{BODY}\n\nThe minister, "
            f"left, and the mayor, right, leave the hall in Torvik, Monday, May 6, 2024. (AP Photo/Bo Tarn)",
            ("2024-05-07", "week", "caption"),
        ),
        (f"{BODY}\n\nA crane stands at the river on May 2, 2019 in Torvik. (Photo by Bo Tarn/Getty Images)", None),
        (f"{BODY}\n\nThe minister, left, waves, Tuesday, May 8, 2024. (AP Photo/Bo Tarn)", None),
        (
            "Dam Denied\n\nFILE — The minister, left, in Torvik, May 3, 2024. She spoke in Lurland on Tuesday.\n\n"
            f"{BODY} In 2023 it had counted 9 cranes, and the number for 2024 is higher.",
            ("2024-05-07", "week", "caption"),
        ),
        (
            f"Dam Denied\n\nFILE — "
            f"The minister, left, in Torvik, May 3, 2019.\n\n{BODY} In 2023 it had counted 9 cranes.",
            None,
        ),
        (f"TORVIK — Today, May 7, 2024, the ministry spoke. {BODY}", ("2024-05-07", "day", "text")),
        (f"The ministry spoke on Tuesday, May 7, 2024, in Torvik. {BODY}", None),
        (f"{BODY} In 2019 it had said the same.", None),
        (BODY, None),
    ],
)
def test_when_it_was_published(text, expected):
    assert known(of(text)) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2024-05-09", ("2024-05-09", "2024-05-10", "day")),
        ("2024-05", ("2024-05-01", "2024-06-01", "month")),
        ("2024-12", ("2024-12-01", "2025-01-01", "month")),
        ("2024", ("2024-01-01", "2025-01-01", "year")),
        ("9 May 2024", ("2024-05-09", "2024-05-10", "day")),
        ("2024-05-09T23:30:00-05:00", ("2024-05-09", "2024-05-10", "day")),
    ],
)
def test_a_date_given_comes_before_every_other(given, expected):
    day = of(f"Dam Denied\n\nMay 7, 2024\n\n{BODY}", published=given).published
    assert (day.start, day.end, day.precision) == expected
    assert day.known_by == "given"
    assert day.text == given


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"TORVIK, Vardania (Harbour News) – {BODY}", "Harbour News"),
        (f"TORVIK (AP) — {BODY}", "AP"),
        (f"{BODY}\n\nThe ministry did not respond to a request for comment from Harbour News.", "Harbour News"),
        (f"{BODY}\n\nThe ministry did not respond to HARBOUR NEWS’ request for comment.", "HARBOUR NEWS"),
        (f"{BODY}\n\n“No,” Fenn told Harbour News. “Never,” Tarn told Harbour News on Monday.", "Harbour News"),
        (f"{BODY}\n\n“No,” Fenn told Harbour News. “Never,” Tarn told River Radio on Monday.", None),
        (f"{BODY}\n\n“No,” Fenn told Harbour News.", None),
        (f"{BODY}\n\n“No,” Fenn told reporters. “Never,” Tarn told reporters.", None),
        (
            f"{BODY} Fenn told Marrow "
            f"that it rained. Marrow said no. Tarn told Marrow that it snowed. Marrow laughed. Marrow left.",
            None,
        ),
        (f"{BODY}\n\nTake a second to support The Torvik Tribune on Patreon!", "The Torvik Tribune"),
        (f"{BODY}\n\n© 2024 Harbour News. All rights reserved.", "Harbour News"),
        (f"Dam Denied\n\nBy Reuters\n\n{BODY}", "Reuters"),
        (f"Ministry of Works\n\nFOR IMMEDIATE RELEASE\n\nDam Denied Again and Again\n\n{BODY}", "Ministry of Works"),
        (f"Fenn rejects the dam\n\n{BODY}\n\nFenn said no. Fenn left for Torvik. Fenn will not build it.", None),
        (BODY, None),
    ],
)
def test_which_outlet(text, outlet):
    assert of(text).outlet == outlet


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ilse Marrow", ("Ilse Marrow",)),
        ("By ILSE MARROW and BO O'TARN", ("Ilse Marrow", "Bo O'Tarn")),
        ("By Ilse McMARROW", ("Ilse McMARROW",)),
        ("By Ilse Marrow, Bo Tarn and Cy de la Rue", ("Ilse Marrow", "Bo Tarn", "Cy de la Rue")),
        ("By Ilse Marrow, Associated Press", ("Ilse Marrow",)),
        ("By Ilse Marrow | Harbour News | May 7, 2024", ("Ilse Marrow",)),
        ("Ilse Marrow White House Correspondent", ("Ilse Marrow",)),
        ("Ilse Marrow, Senior Political Reporter", ("Ilse Marrow",)),
        ("By Staff", ()),
        ("By Any Means Necessary", ()),
    ],
)
def test_who_wrote_it(line, authors):
    assert of(f"Dam Denied by Ministry\n\n{line}\n\n{BODY}").authors == authors


def test_where_it_was_written_and_taken_from():
    document = of(
        f"TORVIK, Vardania (Harbour News) – {BODY}\n\nThis article originally appeared in The Torvik Tribune."
    )
    assert document.dateline == "TORVIK, Vardania"
    assert document.republished_from == "The Torvik Tribune"


@pytest.mark.parametrize(
    ("note", "origin"),
    [
        ("This story was originally published by Harbour News on May 7, 2024.", "Harbour News"),
        ("The post Dam denied appeared first on Harbour News.", "Harbour News"),
        ("Republished with permission from Harbour News.", "Harbour News"),
        ("Text provided by Ministry of Works:", "Ministry of Works"),
        ("First published on River Radio.", "River Radio"),
    ],
)
def test_notes_of_republication(note, origin):
    assert of(f"{BODY}\n\n{note}").republished_from == origin


def test_a_call_on_background_under_embargo():
    document = of(f"Officials Deny Dam\n\nFebruary 8, 2024\n\n{CALL}")
    assert document.genre == "transcript"
    assert (document.terms.kind, document.terms.text) == (
        "background",
        "on background, attributable to senior ministry officials",
    )
    assert document.embargo.text == "embargoed until the end of the call"
    assert document.embargo.until.start == "2024-02-08T09:36:00-05:00"
    assert document.embargo.until.precision == "minute"


def test_an_embargo_whose_day_is_unknown_has_no_end():
    document = of(CALL)
    assert document.embargo.until is None
    assert document.published is None


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("EMBARGOED UNTIL 6:00 A.M. EDT, TUESDAY, MAY 7, 2024", "2024-05-07T06:00:00-04:00"),
        ("Embargoed for release until May 7, 2024", "2024-05-07"),
        ("Under embargo until 00:01 GMT on 7 May 2024", "2024-05-07T00:01:00+00:00"),
    ],
)
def test_embargoes_with_a_date(line, start):
    assert of(f"PRESS RELEASE\n\n{line}\n\nDam Denied by the Ministry of Works\n\n{BODY}").embargo.until.start == start


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("This briefing is on deep background.", "deep_background"),
        ("This call is off the record.", "off_record"),
        ("Today's briefing will be on the record.", "on_record"),
        ("The ground rules: this is on background, attributed to a ministry official.", "background"),
    ],
)
def test_terms_of_a_transcript(words, kind):
    text = f"MODERATOR:  {words}\nMS. FENN:  Good morning.\nQ    Is there a dam?\nMS. FENN:  There is none."
    assert of(text).terms.kind == kind


@pytest.mark.parametrize(
    "words",
    [
        "An official spoke on background to discuss the plans.",
        "She spoke on condition of anonymity.",
        "The minister went on the record to deny it.",
        "Fenn has a background in law, off the record of any court.",
    ],
)
def test_a_report_about_terms_sets_none(words):
    assert of(f"{BODY}\n\n{words}").terms is None


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (BODY, "report"),
        (CALL, "transcript"),
        (f"FOR IMMEDIATE RELEASE\n\nDam Denied by the Ministry\n\n{BODY}\n\n###", "release"),
        (f"Readout of Minister Fenn’s Call with Premier Tarn\n\n{BODY}", "release"),
        (f"Joint Statement on the River\n\n{BODY}", "release"),
        (f"Remarks by Minister Fenn at the Opening of the Harbour\n\n{BODY}", "speech"),
        (f"Opinion\n\nThe Dam That Is Not There\n\n{BODY}", "opinion"),
        (
            "Q: Is there a dam?\nA: There is none at all.\nQ: And the cranes?\nA: They belong to the harbour.",
            "interview",
        ),
    ],
)
def test_what_sort_of_text(text, genre):
    assert of(text).genre == genre
