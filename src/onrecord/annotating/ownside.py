"""What "here", "we" and "you" stand for, seen from the side of whoever speaks."""

from typing import TYPE_CHECKING

from onrecord.annotating.antecedents import Referent, Setting, is_proper
from onrecord.annotating.phrases import lemma_of
from onrecord.annotating.spokesmen import spoken_for
from onrecord.annotating.viewpoints import Viewpoint
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import country_containing
from onrecord.model.identity import fold

if TYPE_CHECKING:
    from onrecord.language.trees import Token


_OWN_DEEDS = frozenset(
    {"say", "tell", "know", "think", "believe", "speak", "write", "remember", "recall", "see", "hear", "feel", "accept",
     "agree", "understand", "regret", "meet", "sign", "be", "have", "mean", "resign", "read", "swear", "talk"}
)  # fmt: skip
"""What somebody who is asked does in person, and not as the body they speak for."""


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUPPOSING = frozenset({"can", "could", "would", "might"})
_FORMS = frozenset({"honour", "honor", "lordship", "ladyship", "majesty", "excellency", "worship", "grace", "holiness"})
LONGEST_CALL = 4
"""Words of a name that somebody is called by."""
_FARTHEST = 60


def here(view: Viewpoint, setting: Setting, *, with_we: bool) -> Referent | None:
    """Where "here" is: where the words were spoken, else the state spoken for; beside "we", that state first."""
    party = setting.country(view.party) if view.party else None
    place = view.place
    country = (setting.country(place) or country_containing(place)) if place else None
    if party and (place is None or with_we or country == party):
        return Referent(party, fold(party), None, country=True, filled=True)
    if place:
        name = country or place
        return Referent(name, fold(name), None, country=country is not None, filled=True)
    return None


def ours(view: Viewpoint, setting: Setting) -> Referent | None:
    """Whom "we" stands for: the state or body that the speaker speaks for."""
    party = view.party or spoken_for(view.name)
    if party is None:
        return None
    country = setting.country(party)
    if country is None and not is_proper(party):
        return None
    name = country or party
    return Referent(name, fold(name), None, country=country is not None, filled=True)


def asked_of(word: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent | None:
    """Whom "you" means: who is called upon by name or answers the turn, or the body that they speak for."""
    if _means_anybody(word) or _is_quoted(word):
        return None
    if (called := _called(word, parsed, view, setting)) is not None:
        return called
    asked = view.asked
    if asked is None or asked.name is None:
        return None
    body = ours(asked, setting) if word.tag_ == "PRP" and lemma_of(word.head) not in _OWN_DEEDS else None
    return body or Referent(asked.name, fold(asked.name), asked.entity, filled=True)


def _means_anybody(word: "Token") -> bool:
    """Whether "you" is everybody or a mere form: "you could have drunk it", "if you like", "your honour"."""
    verb = word.head
    if word.tag_ == "PRP$":
        return verb.lemma_.lower() in _FORMS
    sentence = word.sent.text.rstrip(" \n\"'”’")
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    modal = helpers & _SUPPOSING or (verb.tag_ == "VB" and helpers & {"'d", "’d"})
    return not sentence.endswith("?") and (bool(modal) or any(c.lower_ == "if" for c in verb.children))


def _is_quoted(word: "Token") -> bool:
    """Whether words that a turn quotes stand around this one: "He said, “Finish your tea.”"."""
    before = [t.text for t in word.doc[max(word.sent.start, word.i - _FARTHEST) : word.i] if t.text in {"“", "”"}]
    return bool(before) and before[-1] == "“"


def _called(word: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent | None:
    """Who is called by name at the beginning of a turn's sentence: "Colonel Pike, you sat on the board"."""
    if view.statement is None or view.statement.manner != "turn":
        return None
    names: list[Token] = []
    for token in word.sent[:LONGEST_CALL]:
        if token.text == "," and names:
            break
        if token.pos_ != "PROPN" or (token.dep_ in _SUBJECTS and token.head is not word.head):
            return None
        names.append(token)
    else:
        return None
    span = parsed.token_span(names[-1])
    person = setting.entity_at(span.start, span.end)
    if person is None or person.kind not in {"person", "other"}:
        return None
    return Referent(person.name, fold(person.name), person.id, filled=True)
