"""Who stands behind the words: names, offices, pronouns, unnamed sources, transcript labels."""

import re
from functools import lru_cache

import pytest

from onrecord.annotating.speakers import attribute_speakers
from onrecord.annotating.statements import find_statements
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source, Terms
from onrecord.model.times import Published

SOURCE = Source(uri="sample", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")
FRIDAY = Published(start="2025-02-14", end="2025-02-15", precision="day", text="February 14, 2025", known_by="text")


@lru_cache(maxsize=128)
def attributed(text: str):
    blocks = tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    return of(Document(id="document-sample", source=SOURCE, text=text, blocks=blocks, published=FRIDAY))


def of(document: Document):
    analysis = analyse(document)
    entities = find_names(analysis)
    return attribute_speakers(analysis, entities, find_statements(analysis, entities))


def transcript(*turns: tuple[str | None, str], **fields: object) -> Document:
    text, blocks = "", []
    for label, words in turns:
        text += f"{label}:  " if label else ""
        blocks.append(Block(kind="turn", label=label, start=len(text), end=len(text) + len(words)))
        text += words + "\n"
    return Document(
        id="document-t", source=SOURCE, text=text, blocks=tuple(blocks), genre="transcript", published=FRIDAY, **fields
    )


def last_speaker(text: str):
    statements, _ = attributed(text)
    return [s for s in statements if s.nested_in is None][-1].speaker


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Norwegian Fisheries Minister Kari Nordmann said the quota was too high.", "Kari Nordmann", "Norway"),
        ("Kari Nordmann, the fisheries minister of Norway, said the quota was too high.", "Kari Nordmann", "Norway"),
        ("Norway’s fisheries minister, Kari Nordmann, said the quota was too high.", "Kari Nordmann", "Norway"),
        ("Sen. Ann Lee, D-Ohio, said the quota was too high.", "Ann Lee", "United States"),
        (
            "Peru’s President Ana Quispe met fishermen. “The quota is too high for us,” Quispe said.",
            "Ana Quispe",
            "Peru",
        ),
        ("Peru’s President Ana Quispe met fishermen. “The quota is too high for us,” she said.", "Ana Quispe", "Peru"),
        (
            "Peru’s President Ana Quispe met fishermen. “The quota is too high for us,” the president said.",
            "Ana Quispe",
            "Peru",
        ),
        (
            "Ann Lee, the mayor, met Paul Cole, the treasurer. The mayor said the quota was too high.",
            "Ann Lee",
            None,
        ),
        ("The State Department said the quota was too high.", "State Department", "United States"),
        ("The Kenyan government denied that the quota was too high.", "Kenyan government", "Kenya"),
        ("Kenya denied that the quota was too high.", "Kenya", "Kenya"),
    ],
)
def test_a_source_becomes_an_entity_with_its_party(text, name, party):
    speaker = last_speaker(text)
    assert (speaker.name, speaker.party, speaker.anonymous) == (name, party, False)
    assert speaker.entity in {entity.id for entity in attributed(text)[1]}


@pytest.mark.parametrize(
    ("text", "description", "party"),
    [
        ("One senior Kenyan official told reporters that the quota was too high.", "senior Kenyan official", "Kenya"),
        ("Officials said on Thursday that the quota was too high.", "Officials", None),
        (
            "The quota was too high, according to a person familiar with the talks.",
            "person familiar with the talks",
            None,
        ),
    ],
)
def test_an_unnamed_source_is_an_entity_of_the_document(text, description, party):
    speaker = last_speaker(text)
    assert (speaker.name, speaker.description, speaker.anonymous) == (None, description, True)
    assert speaker.party == party
    assert speaker.entity in {entity.id for entity in attributed(text)[1]}


def test_the_official_is_the_one_before_and_another_is_another():
    text = (
        "One senior Kenyan official said the quota was too high.\n"
        "“We have told them so many times before,” the official added.\n"
        "A Peruvian official said the quota was right."
    )
    first, second, third = (s.speaker for s in attributed(text)[0] if s.nested_in is None)
    assert first.entity == second.entity
    assert third.entity != first.entity
    assert (first.party, third.party) == ("Kenya", "Peru")


def test_she_is_nobody_where_two_women_could_be_meant():
    text = "Ann Lee and Mary Cole came together.\n“The quota is much too high for us,” she said."
    assert last_speaker(text).entity is None


def test_two_people_of_one_surname_are_not_guessed_between():
    text = "Ann Lee and Paul Lee came together. Lee said the quota was too high."
    assert last_speaker(text).name is None


def test_terms_are_told_for_an_unnamed_source():
    text = "The quota was too high, said an official who spoke on condition of anonymity to discuss the talks."
    (statement,) = (s for s in attributed(text)[0] if s.nested_in is None)
    assert statement.terms is not None
    assert statement.terms.kind == "background"
    assert "anonymity" in statement.terms.text


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Ann Lee told reporters that the quota was too high.", "addressee", "reporters"),
        ("Ann Lee said in a statement that the quota was too high.", "venue", "a statement"),
        ("“The quota is too high for us,” Ann Lee said at a news conference.", "venue", "a news conference"),
        ("Ann Lee said in Oslo that the quota was too high.", "place", "Oslo"),
    ],
)
def test_circumstances_are_read_beside_the_cue(text, field, value):
    assert getattr(attributed(text)[0][0], field) == value


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ann Lee said on Thursday that the quota was too high.", "2025-02-13"),
        ("“The quota is too high for us,” Ann Lee said Monday.", "2025-02-10"),
        ("Ann Lee said the quota was set on Thursday.", None),
    ],
)
def test_when_it_was_said_is_not_when_it_happened(text, start):
    uttered = attributed(text)[0][0].uttered
    assert (uttered.start if uttered else None) == start


def test_officials_of_a_call_are_kept_apart_by_agency():
    label = "SENIOR KENYAN OFFICIAL"
    statements, entities = of(
        transcript(
            ("MODERATOR", "Good morning. We begin."),
            (label, "This is [senior Kenyan official] from the Ministry of Fisheries. The quota is too high."),
            (label, "Hi, this is [senior Kenyan official] at State. We agree."),
            (label, "I would add one thing."),
            (None, "What we see is a decline."),
            terms=Terms(kind="background", text="on background"),
        )
    )
    turns = [s for s in statements if s.manner == "turn"]
    assert [s.speaker.description for s in turns] == [
        "moderator",
        "senior Kenyan official, Ministry of Fisheries",
        "senior Kenyan official, State Department",
        "senior Kenyan official",
        None,
    ]
    assert [s.speaker.anonymous for s in turns] == [False, True, True, True, False]
    assert len({s.speaker.entity for s in turns[1:3]}) == 2
    assert turns[3].speaker.entity is None
    by_agency = [e for e in entities if e.id in {s.speaker.entity for s in turns[1:3]}]
    assert {m.end - m.start for e in by_agency for m in e.mentions} == {len(label)}
    assert turns[1].terms is not None
    assert all(s.uttered.start == "2025-02-14" for s in turns)


def test_reporters_are_named_by_themselves_or_by_the_moderator():
    statements, entities = of(
        transcript(
            ("MODERATOR", "We’ll go to Ann Lee from the Daily Planet."),
            ("Q", "Thank you. Is the quota too high?"),
            ("MODERATOR", "Next, please."),
            ("Q", "Hi, this is Rui de Moura with the Harbor Ledger. And the dam?"),
        )
    )
    turns = [s.speaker for s in statements if s.manner == "turn"]
    assert (turns[1].name, turns[1].party) == ("Ann Lee", "Daily Planet")
    assert (turns[3].name, turns[3].party) == ("Rui de Moura", "Harbor Ledger")
    assert {"Ann Lee", "Rui de Moura"} <= {entity.name for entity in entities}


def test_a_label_with_a_surname_is_the_person():
    statements, _ = of(
        transcript(
            ("MODERATOR", "With us is Foreign Minister Kari Nordmann of Norway."),
            ("MINISTER NORDMANN", "The quota is too high."),
            ("MR. COLE", "It is not."),
        )
    )
    turns = [s.speaker.name for s in statements if s.manner == "turn"]
    assert turns == [None, "Kari Nordmann", "Cole"]


GROUPS = "Two senior officials at the Transport Ministry said the subsidy had ended. "


@pytest.mark.parametrize(
    ("text", "description", "party"),
    [
        (GROUPS + "“We warned them twice,” one of the officials said.", "senior official at the Transport Ministry",
         "Transport Ministry"),
        (GROUPS + "One of them said it was too late.", "senior official at the Transport Ministry",
         "Transport Ministry"),
        (GROUPS + "Another said it was too late.", "senior official at the Transport Ministry", "Transport Ministry"),
        (GROUPS + "They said it was too late.", "senior officials at the Transport Ministry", "Transport Ministry"),
        (GROUPS + "Islanders gathered outside on Monday. They said it was too late.", "Islanders", None),
        ("Ann Lee and Paul Cole issued a joint statement. They said it was too late.", "Ann Lee and Paul Cole", None),
        ("Karl Ostrow founded the line. His deputy said it was too late.", "Karl Ostrow’s deputy", None),
        ("Officials in recent weeks said it was too late.", "Officials", None),
        ("Kenyan and Ugandan officials said it was too late.", "Kenyan and Ugandan officials", None),
    ],
)  # fmt: skip
def test_people_without_a_name_are_told_by_their_group_or_their_owner(text, description, party):
    speaker = last_speaker(text)
    assert (speaker.name, speaker.description, speaker.party) == (None, description, party)


def test_two_officials_of_a_group_are_two_sources():
    statements, _ = attributed(GROUPS + "One of them said it was too late. Another said it was too early.")
    first, second = (s.speaker.entity for s in statements[-2:])
    assert first != second
    statements, _ = attributed(GROUPS + "“It is over,” one of the officials said. The official added it was too early.")
    first, second = (s.speaker.entity for s in statements[-2:])
    assert first == second


def test_who_serves_her_is_the_one_whom_the_text_names():
    speaker = last_speaker(
        "President Ana Quispe met fishermen. Quispe’s spokesman, Leo Soto, said it was late. "
        "Her spokesman said that nothing was decided."
    )
    assert speaker.name == "Leo Soto"


def test_things_before_they_are_no_speakers():
    assert last_speaker("The letters were never opened on Monday. They said that it was too late.").description is None


def test_an_organisation_in_the_phrase_keeps_it_from_whoever_spoke_before():
    text = "Ida Solberg said the mine was safe. The Energy Department’s top lawyer said the contract was void."
    assert last_speaker(text).name is None


def test_he_who_goes_on_speaking_is_whoever_spoke_last_if_nobody_else_was_named():
    lead = "Peter Freyer, of the Harbour Council, told Baltic Radio that the plan was “a terrible idea.”\n\n"
    last = "“Nothing would empty the port sooner,” he said."
    assert last_speaker(lead + last).name == "Peter Freyer"
    assert last_speaker(lead + last.replace("he said", "she said")).name is None


def test_officials_of_a_leader_speak_for_the_state_of_the_administration():
    text = "The Biden administration met at the White House. A Biden official said that it was too late."
    assert last_speaker(text).party == "United States"


@pytest.mark.parametrize(
    "text",
    [
        "The jury heard that the scaffold had been unsafe for weeks.",
        "The inquiry heard that the doors were open when the ship left.",
    ],
)
def test_who_only_hears_it_is_not_who_says_it(text):
    speaker = last_speaker(text)
    assert speaker.name is None
    assert speaker.description is None


def test_an_apposition_before_a_name_tells_an_office_and_the_verb_behind_it_none():
    text = "The foreman, Paul Stavely, sent the owner a note. The foreman said he was sorry."
    assert last_speaker(text).name == "Paul Stavely"
    _, entities = attributed(text)
    assert [role.title for e in entities if e.name == "Paul Stavely" for role in e.roles] == ["foreman"]


def test_a_participle_of_speaking_tells_when():
    text = "Speaking to reporters outside his office on Monday, Alan Petrie said there was no plan."
    statements, _ = attributed(text)
    assert [s.uttered.text for s in statements if s.uttered] == ["Monday"]


def test_what_is_told_of_a_source_first_is_not_what_it_says():
    text = "According to an aide, who spoke on condition of anonymity because the talks go on, the ship sank at noon."
    statements, _ = attributed(text)
    assert [span.of(text) for s in statements for span in s.content] == ["the ship sank at noon"]
    assert statements[0].terms is not None


def test_a_broadcaster_is_not_the_company():
    text = (
        "The president promised tax breaks to the mining company Cordillera Azul. The minister had told Radio Nacional "
        "on Thursday that the breaks would last. The company’s local manager, José Luis Ñañez, said he was surprised."
    )
    assert last_speaker(text).party == "Cordillera Azul"


@pytest.mark.parametrize(
    ("text", "name", "description", "party"),
    [
        ("“We regret it,” said Judit Palfrey, Head of Sustainability.", "Judit Palfrey", None, None),
        (
            "Parents in the Ribera district of Madrid said they were angry.",
            None,
            "Parents in the Ribera district",
            None,
        ),
        (
            "The Dock Union, whose leader, Mats Eriksen, said on Friday he would study it, is split.",
            "Mats Eriksen",
            None,
            None,
        ),
        ("Prosecutor Helen Brand KC said the roof fell.", "Helen Brand", None, None),
        ("The bank may act, Ann Lee said, while one of her deputies warned against haste.", None, "deputy", None),
    ],
)
def test_departments_and_private_people_are_no_parties(text, name, description, party):
    speaker = last_speaker(text)
    assert (speaker.name, speaker.party) == (name, party)
    assert description is None or (speaker.description or "").startswith(description)


def test_nobody_calls_himself_he_in_his_own_turn():
    document = transcript(
        ("PETER HOLM", "I told the prime minister in May. He said nothing. He denies that I told him."),
        ("CLARA VOSS", "He denies that he knew."),
    )
    statements, _ = of(document)
    nested = [s.speaker.name for s in statements if s.nested_in]
    assert nested
    assert not {"Peter Holm", "Clara Voss"} & set(nested)


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        (
            "The ferry will stop on Friday, the two ports said in a joint statement. "
            "“As a first step, the quay will be closed,” the statement reads.",
            None,
            "ports",
        ),
        (
            "The quay will be closed, the harbour board said in a letter. “The cranes stay,” the statement reads.",
            None,
            "statement",
        ),
        (
            "Norway’s Environment Minister Ilse Marn said on Monday that the panel was at work.\n"
            "Peru’s harbour minister, Tomas Brandt, admitted on Wednesday that the ship would sail.\n"
            "It was a reversal for the minister, who denied in March that the ship would sail.",
            "Tomas Brandt",
            None,
        ),
        (
            "Norway’s Environment Minister Ilse Marn said that the ship would sail. Peru’s harbour minister, "
            "Tomas Brandt, listened.\nThe minister denied that the ship would sail.",
            None,
            "minister",
        ),
    ],
)
def test_a_paper_or_an_office_named_again_is_whose_it_was(text, name, description):
    speaker = last_speaker(text)
    assert (speaker.name, speaker.description) == (name, description)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Norway and Peru met, while their ministers denied that the dam leaked.", "ministers"),
        ("Norway and Peru met, while its neighbours’ officials denied that the dam leaked.", "neighbours’ officials"),
        ("Kenyan officials said that the dam was safe.", "Kenyan officials"),
    ],
)
def test_nobody_is_called_by_whose_he_is_where_the_text_alone_tells(text, called):
    assert last_speaker(text).description == called
