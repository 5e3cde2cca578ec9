"""Offices and their countries, reporters who say who they are, people known by age, and who speaks for no state."""

import re

import pytest
from tests.annotating.test_speakers import FRIDAY, SOURCE, attributed, of, transcript

from onrecord.language.offices import told_offices
from onrecord.model.documents import Block, Document


def speaker(text: str, **fields: object):
    blocks = tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    document = Document(id="document-o", source=SOURCE, text=text, blocks=blocks, published=FRIDAY, **fields)
    return [s for s in of(document)[0] if s.nested_in is None][-1].speaker


def test_an_office_told_first_and_named_later_is_one_person() -> None:
    text = (
        "Norway's defence minister said the base was empty.\n"
        "Defense Minister Kari Nordmann told reporters that it would be sold.\n"
        "The defense minister said the sale would take a year."
    )
    statements, _ = attributed(text)
    assert {(s.speaker.name, s.speaker.party) for s in statements} == {("Kari Nordmann", "Norway")}


@pytest.mark.parametrize(
    ("text", "fields", "party"),
    [
        ("Trade Minister Ana Quispe said the port was open.", {"dateline": "LIMA"}, "Peru"),
        ("Attorney General Ana Quispe said the port was open.", {"dateline": "LIMA"}, "Peru"),
        ("Trade Minister Ana Quispe said the port was open.", {"dateline": "GENEVA"}, None),
        ("Trade Minister Ana Quispe said the port was open.", {"dateline": "OSLO", "title": "Peru opens port"}, None),
        ("Trade Minister Ana Quispe said the port was open.", {}, None),
        ("Government of Peru\n\nTrade Minister Ana Quispe said the port was open.", {}, "Peru"),
        ("Government of Peru\n\nAttorney General Ana Quispe said the port was open.", {"dateline": "LIMA"}, "Peru"),
        ("Ruritanian Trade Minister Ana Quispe said the port was open.", {"dateline": "OSLO"}, "Ruritania"),
        ("Shadow Trade Minister Ana Quispe said the port was open.", {"dateline": "LIMA"}, None),
    ],
)
def test_an_office_of_state_has_the_country_that_the_document_means(text: str, fields: dict, party: str) -> None:
    told = speaker(text, **fields)
    assert (told.name, told.party) == ("Ana Quispe", party)


@pytest.mark.parametrize(
    "text",
    [
        "Former Norwegian president Kari Nordmann said the port was shut.",
        "Peruvian opposition leader Kari Nordmann said the port was shut.",
        "Kari Nordmann, a retired agent of a U.S. agency and candidate, said the port was shut.",
        "Kari Nordmann, a former U.S. ambassador, said the port was shut.",
    ],
)
def test_who_holds_no_office_speaks_for_no_government(text: str) -> None:
    assert (speaker(text).name, speaker(text).party) == ("Kari Nordmann", None)


def test_a_sitting_legislator_speaks_for_the_country() -> None:
    assert speaker("Rep. Ann Lee (R-Texas) said the port was shut.").party == "United States"


@pytest.mark.parametrize("apposition", ["43, a trader", "43,", "a trader", "who runs a bakery"])
def test_a_person_with_age_or_trade_is_called_by_the_name_alone(apposition: str) -> None:
    text = f"“The port is shut,” said Umarra Kossel, {apposition.rstrip(',')}. She said her shop was closed."
    assert [s.speaker.name for s in attributed(text)[0]] == ["Umarra Kossel"] * 2


def test_a_voice_before_its_name_has_the_body() -> None:
    told = speaker("A spokeswoman for the U.N. refugee agency, Maria Lindt, said the port was shut.")
    assert (told.name, told.party) == ("Maria Lindt", "United Nations")


def test_a_known_short_name_is_the_same_body() -> None:
    _, entities = attributed("The United Nations said the port was shut. The U.N. said it would open.")
    assert [e.name for e in entities if e.kind == "organisation"] == ["United Nations"]


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("Prime Minister, Ann Holm, Radio Nord. Did the port open?", "Ann Holm", "Radio Nord"),
        ("Hi, Bo Chen with the Courier. Did the port open?", "Bo Chen", "Courier"),
        ("Thank you. Bo Chen, Daily Courier. Did the port open?", "Bo Chen", "Daily Courier"),
    ],
)
def test_reporters_say_who_they_are(words: str, name: str, outlet: str) -> None:
    statements, _ = of(transcript(("THE PRIME MINISTER", "Good morning."), ("QUESTION", words)))
    assert (statements[-1].speaker.name, statements[-1].speaker.party) == (name, outlet)


def test_a_label_of_office_is_its_named_holder() -> None:
    title = (None, "Remarks by Prime Minister Kari Nordmann in Oslo.")
    statements, _ = of(transcript(title, ("THE PRIME MINISTER", "The port is open.")))
    assert statements[-1].speaker.name == "Kari Nordmann"


def test_a_label_of_office_without_holder_is_the_office_of_its_country() -> None:
    statements, entities = of(transcript(("THE PRIME MINISTER", "The port is open."), dateline="OSLO"))
    told = statements[-1].speaker
    assert (told.name, told.description, told.party, told.anonymous) == (None, "Prime Minister", "Norway", False)
    assert "Prime Minister of Norway" in {entity.name for entity in entities if entity.id == told.entity}


def test_a_title_word_alone_is_no_name() -> None:
    statements, _ = of(transcript(("THE SECRETARY-GENERAL", "The port is open."), ("MINISTER DAHL", "It is.")))
    assert [s.speaker.name for s in statements] == [None, "Dahl"]


def test_where_something_happens_is_a_place() -> None:
    _, entities = attributed("Police arrested four people in Lund on Monday. The judge said Lund was quiet.")
    assert [e.kind for e in entities if e.name == "Lund"] == ["place"]


def test_a_denial_of_a_pronoun_is_weak() -> None:
    statement = attributed("Norwegian Trade Minister Kari Nordmann denied that.")[0][-1]
    assert (statement.stance, statement.score <= 0.4) == ("denies", True)


def test_offices_are_found_in_linear_time_and_behind_an_article():
    assert told_offices("a" * 300_000 + " Ab-" * 50_000) == {}
    told = told_offices("Norway's trade minister met the Peruvian foreign minister.")
    assert {country for countries in told.values() for country in countries} == {"Norway", "Peru"}
