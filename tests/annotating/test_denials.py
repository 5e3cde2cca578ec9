"""Claims that deny, confirm or take for granted, beyond a plain "not": what they say, in which words, held by whom."""

import pytest

from onrecord.annotating import annotate
from onrecord.model.items import Claim
from onrecord.reading import read

PRESUPPOSED = "affirmed asserted presupposed"


def claims_of(text: str) -> tuple[Claim, ...]:
    return annotate(read(text.encode(), published="2024-05-14")).claims


def told(text: str) -> dict[str, tuple[str, str | None]]:
    """Polarity with modality and holder of each claim, by its words."""
    return {
        claim.text: (
            f"{claim.polarity} {claim.modality}{' presupposed' if claim.presupposed else ''}", claim.holder.name
        )
        for claim in claims_of(text)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The charity denied misusing the donations.", "The charity did not misuse the donations"),
        ("The police deny having used rubber bullets.", "The police have not used rubber bullets"),
        ("The council denied that it had ever sold the hall.", "The council had never sold the hall"),
        ("The firm denied that any alarm had been disabled.", "No alarm had been disabled"),
        ("The firm denied that anybody had been warned.", "Nobody had been warned"),
        ("The minister denies being paid.", "The minister has not been paid"),
        ("At no time did the guards fire on the crowd.", "At no time did the guards fire on the crowd"),
        ("At no stage did the guards fire on the crowd.", "At no stage did the guards fire on the crowd"),
        ("At no point was traffic at risk.", "At no point was traffic at risk"),
        ("Not once did the guards call the mayor.", "Not once did the guards call the mayor"),
        ("Nor was the mayor told.", "The mayor was not told"),
    ],
)
def test_a_denial_is_said_plainly(text, wording):
    assert told(text)[wording][0] == "negated asserted"


@pytest.mark.parametrize(
    ("text", "wording", "holder"),
    [
        ("The mayor said staff knew of the leak. Dr Kell disputes that.", "Staff did not know of the leak", "Kell"),
        ("Residents say the plant stinks of oil. The firm denies it.", "The plant does not stink of oil", "firm"),
        (
            "“The bridge is unsafe,” the engineer said. “That is not true,” the mayor replied.",
            "The bridge is not unsafe",
            "mayor",
        ),
        (
            "“We have pulled every ship out of Selvik,” Norway's Defense Minister Kari Lund said. Jon Arn denied that.",
            "Norway has not pulled every ship out of Selvik",
            "Jon Arn",
        ),
        ("The union says the ministry closed the mine. This is false.", "The ministry did not close the mine", None),
        ("What I dispute is that the hall was shut, said Ada Kell.", "The hall was not shut", "Ada Kell"),
    ],
)
def test_a_denial_takes_up_what_was_said(text, wording, holder):
    assert told(text)[wording] == ("negated asserted", holder)


@pytest.mark.parametrize(
    "frame",
    [
        "The suggestion that {} is absurd.", "The allegation that {} is baseless.", "It is nonsense to say that {}.",
        "The suggestion that {} is without foundation.", "To say that {} is a lie.", "The story that {} has no basis.",
        "There is no truth in the claim that {}.", "There is nothing in the story that {}.",
        "Claims that {} are wide of the mark.", "Anyone who says that {} is wrong.",
        "There is nothing to suggest that {}.", "It was a mistake to say that {}.", "He retracted his claim that {}.",
    ],
)  # fmt: skip
def test_what_is_called_untrue_is_denied(frame):
    assert told(frame.format("the launch was late"))["The launch was not late"][0] == "negated asserted"


@pytest.mark.parametrize(
    "frame",
    ["The claim that {} is not false.", "The suggestion that {} is right.", "The claim that {} is not baseless."],
)
def test_what_is_called_true_is_not_denied(frame):
    assert told(frame.format("the launch was late"))["The launch was late"][0] == "affirmed asserted"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Residents were assured that the launch was late.", None),
        ("Moe said that he had been warned that the launch was late.", None),
        ("Moe said that he had been told by the engineer that the launch was late.", "engineer"),
        ("Moe said that the engineer had told him that the launch was late.", "engineer"),
    ],
)
def test_who_was_told_does_not_say_it(text, holder):
    assert told(text)["The launch was late"][1] == holder


def test_a_claim_that_is_nobodys_is_asserted_by_nobody():
    held = told("The allegation is that the launch was late.")
    assert held["The launch was late"] == ("affirmed possible", None)


@pytest.mark.parametrize("frame", ["The board would not confirm that {}.", "Police could not confirm that {}."])
def test_who_will_not_confirm_it_does_not_deny_it(frame):
    assert told(frame.format("the launch was late"))["The launch was late"][0] == "affirmed possible"


@pytest.mark.parametrize(
    ("text", "lies"),
    [
        ("The launch lay at its mooring.", False), ("The wreck lies in forty metres of water.", False),
        ("The plant lay idle.", False), ("The minister lied to the chamber.", True), ("Lund lied in court.", True),
        ("The minister is lying.", True),
    ],
)  # fmt: skip
def test_who_lies_somewhere_tells_no_lie(text, lies):
    assert ("lie" in {claim.proposition.predicate for claim in claims_of(text)}) is lies


def test_what_was_said_is_confirmed():
    held = {
        (claim.text, claim.holder.name) for claim in claims_of("Tomas Lund resigned in May. Ana Berg confirmed it.")
    }
    assert ("Tomas Lund resigned in May", "Ana Berg") in held


@pytest.mark.parametrize("text", ["It is true.", "Lund denies it.", "It is hard. That is not the case, is it?"])
def test_nothing_is_taken_up_where_nothing_was_said(text):
    assert not [claim for claim in claims_of(text) if claim.polarity == "negated"]


@pytest.mark.parametrize(
    ("text", "wording", "state"),
    [
        ("Men who drink do not work.", "Men drink", "affirmed asserted"),
        ("What failed is a line, not a power station.", "A line failed", "affirmed asserted"),
        ("The guests are happy, I make no secret of that.", "The guests are happy", "affirmed asserted"),
        ("The clerk wished that the mayor had left.", "The mayor had left", "affirmed conditional"),
        ("There'd been rain in Harl.", "There'd been rain in Harl", "affirmed asserted"),
        ("The coach was suspended for insulting a referee.", "The coach has insulted a referee", PRESUPPOSED),
        ("The ministry must stop dumping sludge.", "The ministry is dumping sludge", PRESUPPOSED),
        ("The closure of the plant has angered the town.", "Plant has closed", PRESUPPOSED),
        ("The review faults the trust for keeping the unit open.", "The trust has kept the unit open", PRESUPPOSED),
        ("The council called for all schools to close.", "All schools should close", "affirmed demanded"),
    ],
)  # fmt: skip
def test_what_is_not_denied_is_affirmed(text, wording, state):
    assert told(text)[wording][0] == state


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The battery had been at 64 per cent.", "The battery had been at 64 per cent"),
        ("Power is back in the north.", "Power is back in the north"),
        ("Sixty people were aboard when she sailed.", "Sixty people were aboard"),
        ("Convicted felons are among those barred.", "Convicted felons are among those barred"),
        ("The group now forecasts a return to profit in 2034.", "The group now forecasts a return to profit in 2034"),
        ("Seven babies fell ill, of whom five were moved.", "Five of the seven babies were moved"),
        ("The ward, whose staff had complained, was shut.", "The ward's staff had complained"),
        ("The unit was closed as soon as the lab called.", "The unit was closed"),
        ("Ana Lund thanked Marco Berg, who left to see his family.", "Marco Berg left to see his family"),
        ("They met in a hall in which children sing.", "Children sing"),
    ],
)
def test_a_claim_stands_in_words_of_its_own(text, wording):
    assert wording in told(text)


@pytest.mark.parametrize(
    ("question", "answer", "wording", "said"),
    [
        ("How many boats have you sold?", "About sixty.", "Lund has sold about sixty boats", "affirmed asserted"),
        ("How many guards were hired last year?", "Fifty-one.", "Fifty-one guards were hired last year", None),
        ("Was anyone hurt at the depot?", "No.", "No one was hurt at the depot", "negated asserted"),
        ("Were there any fires at the depot?", "None.", "There were not any fires at the depot", "negated asserted"),
        ("Did you close the mine, Mr. Lund?", "Never.", "Lund did not close the mine", "negated asserted"),
        ("Will the mayor resign in May?", "Yes.", "The mayor will resign in May", "affirmed planned"),
        ("Did the guards open the gate?", "That is false.", "The guards did not open the gate", "negated asserted"),
    ],
)
def test_a_word_or_a_number_answers_the_question_just_asked(question, answer, wording, said):
    held = told(f"THE CHAIR: {question}\n\nMR. LUND: {answer}")
    assert held[wording] == (said or "affirmed asserted", "Lund")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Why did you close the mine?", "No."),
        ("Did you not close the mine?", "No."),
        ("Did you close the mine or did you sell it?", "Yes."),
        ("Did you close the mine?", "In May."),
    ],
)
def test_a_word_that_answers_nothing_claims_nothing(question, answer):
    held = told(f"THE CHAIR: {question}\n\nMR. LUND: {answer}")
    assert all(said.endswith("asked") for said, _ in held.values())


@pytest.mark.parametrize(
    ("text", "wording", "holder"),
    [
        (
            "The water is safe, the company said on Monday. It said that the log was missing.",
            "The log was missing",
            "company",
        ),
        (
            "“The union says we closed the mill. We did not,” Harl Steel's director, Rolf Berg, said.",
            "We did not close the mill",
            "Rolf Berg",
        ),
        ("The council dismissed reports that it had sold the park.", "The council had not sold the park", "council"),
    ],
)
def test_it_and_they_are_held_by_whom_they_mean(text, wording, holder):
    assert told(text).get(wording, ("", None))[1] == holder


def test_pronouns_of_an_answer_mean_what_the_question_is_about():
    held = told("Q: Did your inspectors visit the mine in June?\n\nMS. RAND: They found no gas.")
    assert held["The inspectors found no gas"] == ("negated asserted", "Rand")


@pytest.mark.parametrize(
    ("text", "wording", "said"),
    [
        ("It is false that the mine did not close.", "It is not true that the mine did not close", "affirmed asserted"),
        ("Harl received no warning of the flood.", "Harl received no warning of the flood", "negated asserted"),
        ("We expect the school to reopen in May.", "The school may reopen in May", "affirmed possible"),
        ("Water containing lead entered the river.", "Water contains lead", "affirmed asserted"),
    ],
)
def test_a_claim_says_in_words_what_its_polarity_says(text, wording, said):
    assert told(text)[wording][0] == said


def test_what_you_said_is_held_by_whoever_answers():
    held = told("THE CHAIR: Dr. Lund, you told us that no one was hurt. Why?\n\nDR. LUND: I was wrong.")
    assert held["No one was hurt"] == ("negated asserted", "Lund")


def test_what_ran_out_is_what_was_there():
    claims = claims_of("The clinics had free beds. “We never ran out,” said Ada Lind, who runs Harl Health.")
    lacked = [claim.proposition.argument("theme") for claim in claims if claim.proposition.predicate == "lack"]
    assert [thing.key for thing in lacked if thing is not None and thing.filled] == ["bed"]


@pytest.mark.parametrize(
    ("issuer", "who"), [("Harbour Board of Harl", "Harbour Board of Harl"), ("Ministry of Health of Norway", "Norway")]
)
def test_we_of_a_release_is_its_issuer(issuer, who):
    claims = claims_of(f"{issuer}\nPress release, 4 May 2024\n\nWe have not closed the clinic.")
    assert [claim.text for claim in claims] == [f"{who} has not closed the clinic"]


def test_who_calls_it_a_lie_denies_what_others_said_and_not_who_she_is():
    found = told(
        "The mayor, Ivo Lang, said there were no rats in the school. "
        "Dr Ada Kell, who runs the clinic, said that was a lie."
    )
    assert found["It is not true that there were no rats in the school"] == ("affirmed asserted", "Ada Kell")
    assert not any("clinic" in words and held.startswith("negated") for words, (held, _) in found.items())


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("“No ham leaving our port has been tainted,” said the minister.", "Ham is"),
        ("“We will not pay for boats that our own divers have found unfit,” said the minister.", "Our own divers"),
        ("“I have never said that the contract would be ended,” said the minister.", "The contract"),
    ],
)
def test_what_a_denial_only_speaks_of_is_no_claim(text, beginning):
    assert not any(claim.text.startswith(beginning) for claim in claims_of(text))


def test_what_is_stopped_in_some_places_alone_is_not_denied_of_all():
    found = told("The firm has stopped steel production in the towns they run.")
    assert not any("not produced" in words for words in found), found
    assert "Steel is not produced in Norland" in told("The firm has stopped steel production in Norland.")
