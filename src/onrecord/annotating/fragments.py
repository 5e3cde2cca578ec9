"""Answers without a verb to questions of when, where and who, and to "And the result?", made into what they say.

"When do the trains run?" and "Not before June." make "The trains do not run before June"; "Did she pay?" and "Not a
crown." make "She did not pay". An answer is taken only where it is as short as one and fits what was asked: a time or a
place begins with a preposition or is one, and who did something is a noun.
"""

from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.anaphora import TIMES
from onrecord.annotating.answers import LONGEST, Answer, answered, asks_whether, stated
from onrecord.annotating.elided import Full
from onrecord.annotating.ownside import ours
from onrecord.annotating.participants import Voice, argument
from onrecord.annotating.phrases import is_noun
from onrecord.annotating.prefaces import ADDRESSES
from onrecord.annotating.scope import State
from onrecord.annotating.wording import subject_text
from onrecord.language.pronounwords import WE, I
from onrecord.model.identity import fold
from onrecord.model.items import Argument, ArgumentRole, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

_TIME_LINKS = frozenset(
    {
        "at",
        "on",
        "in",
        "by",
        "before",
        "after",
        "between",
        "since",
        "around",
        "about",
        "until",
        "from",
        "during",
        "within",
    }
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLACE_LINKS = frozenset(
    {"in", "at", "on", "under", "near", "behind", "outside", "inside", "by", "above", "below", "beside", "off", "from"}
)
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_ASIDES = frozenset({"obviously", "well", "yes", "no", "oh", "er", "look"}) | ADDRESSES
_NAMED = frozenset({"yesterday", "today", "tomorrow", "last", "next"})
MOST_ASKED = 9
"""Words of a question without a verb."""


class Asked(NamedTuple):
    """What a question without a verb asks after ("And the result?"), and how it is read."""

    noun: "Token"
    voice: Voice
    sentence: int


def asked_after(tokens: "list[Token]", voice: Voice, sentence: int) -> Asked | None:
    """The noun that a question without a verb is about."""
    words = [t for t in tokens if not (t.is_punct or t.is_space)]
    if not 1 < len(words) <= MOST_ASKED or tokens[-1].text != "?" or any(t.pos_ in {"VERB", "AUX"} for t in words):
        return None
    noun = next((t for t in words if is_noun(t) and t.dep_ == "ROOT"), None)
    if noun is None or not any(c.lower_ in {"the", "your", "their", "his", "her"} for c in noun.children):
        return None
    return Asked(noun, voice, sentence)


def told_of(asked: Asked, sentence: "Piece", voice: Voice) -> tuple[Proposition, str, list["Token"]] | None:
    """What a short answer says of the noun that was asked after: "And the result?", "Nought point four."."""
    words = _fragment(sentence)
    if not words or words[0].lower_ in {"no", "that"}:
        return None
    done = words[0].tag_ == "VBN"  # "And the stamps?" - "Forged, all of them."
    if not done and words[0].pos_ not in {"NUM", "DET", "NOUN", "ADJ", "PROPN"}:
        return None
    if not done and not any(is_noun(t) or t.pos_ == "NUM" for t in words):
        return None
    name = subject_text(asked.noun, asked.voice)
    text = _text(words)
    link = "were" if asked.noun.tag_ == "NNS" else "was"
    whose = argument("agent", asked.noun, asked.voice)
    arguments = (whose, Argument(role="attribute", text=text, key=fold(text)))
    return Proposition(predicate="be", arguments=arguments), f"{name[:1].upper()}{name[1:]} {link} {text}", words


def completed(asked: Full, sentence: "Piece", voice: Voice) -> tuple[State, Proposition, str, list["Token"]] | None:
    """What a question of when, where, who or whether and its short answer say together."""
    words = _fragment(sentence)
    if not words or asked.state.negated:
        return None
    denied = words[0].lower_ == "not"
    rest = words[1:] if denied else words
    if not rest or any(t.lower_ in WE | I for t in rest):
        return None
    question = next((t for t in asked.clause.words[:3] if t.tag_ in {"WRB", "WP"}), None)
    if question is None:
        return _denied(asked, rest, voice, words) if denied and asks_whether(asked.clause) else None
    own = ours(voice.view, voice.setting)
    name = own.text if own is not None else voice.view.name
    proposition, _ = answered(asked, Answer(not denied), voice)
    base = stated(asked, Answer(not denied), name, left_out=frozenset({question.i}))
    match question.lower_:
        case "when" if _is_time(rest):
            link = "at " if rest[0].like_num and rest[0].ent_type_ != "DATE" else ""
            text = f"{base} {link}{_text(rest)}"
        case "where" if (place := _place(rest)) is not None:
            text = f"{base} {_text(rest)}"
            where = argument("place", place, voice)
            proposition = Proposition(predicate=proposition.predicate, arguments=(*proposition.arguments, where))
        case "who" if question.dep_ in _SUBJECTS and not denied and (head := _somebody(rest)) is not None:
            text = f"{_text(rest)[:1].upper()}{_text(rest)[1:]} {base[:1].lower()}{base[1:]}"
            role: ArgumentRole = "theme" if question.dep_ == "nsubjpass" else "agent"
            others = tuple(a for a in proposition.arguments if a.role != role)
            if any(not a.key for a in others):
                return None
            proposition = Proposition(predicate=proposition.predicate, arguments=(argument(role, head, voice), *others))
        case _:
            return None
    if not proposition.arguments:
        return None
    return State(negated=denied), proposition, text, words


def _denied(
    asked: Full, rest: "list[Token]", voice: Voice, words: "list[Token]"
) -> tuple[State, Proposition, str, list["Token"]] | None:
    """What is denied: "Not a crown" denies all that was asked, "Not this time" and "Not individually" only so far."""
    proposition, text = answered(asked, Answer(False), voice)
    if not proposition.arguments:
        return None
    time = any(is_noun(t) and t.lemma_.lower() in TIMES for t in rest)
    if rest[0].pos_ in {"ADV", "ADP", "SCONJ"} or rest[0].lower_ in _TIME_LINKS or time:
        text = f"{text} {_text(rest)}"
    return State(negated=True), proposition, text, words


def _fragment(sentence: "Piece") -> "list[Token]":
    """The words of an answer without a verb, but for forms of address; none where it has a verb or is long."""
    tokens = [t for t in sentence if not t.is_space]
    verb = next((t for t in tokens if t.tag_ in _FINITE), None)
    if verb is not None:  # "Forty-one, and every one had paid"
        cut = next((at for at, t in enumerate(tokens[:-1]) if t.text == "," and tokens[at + 1].dep_ == "cc"), None)
        if cut is None or tokens[cut].i > verb.i:
            return []
        tokens = tokens[:cut]
    while tokens and (tokens[0].is_punct or tokens[0].lower_ in _ASIDES):
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_punct or (tokens[-1].lower_ in _ASIDES and tokens[-1].nbor(-1).text == ",")):
        tokens = tokens[:-1]
    return tokens if len(tokens) <= LONGEST and not any(t.text in {"“", "”", '"', "?"} for t in tokens) else []


def _is_time(words: "list[Token]") -> bool:
    told = any(t.ent_type_ in {"DATE", "TIME"} or t.lemma_.lower() in TIMES or t.like_num for t in words)
    first = words[0]
    return first.lower_ in _TIME_LINKS | _NAMED or (told and (first.like_num or first.ent_type_ in {"DATE", "TIME"}))


def _place(words: "list[Token]") -> "Token | None":
    """The noun of the place that an answer tells: of "half a mile on our side", the side."""
    for token in words[:5]:
        if token.lower_ in _PLACE_LINKS and token.dep_ in {"prep", "ROOT"}:
            return next((c for c in token.children if c.dep_ == "pobj" and is_noun(c)), None)
    return None


def _somebody(words: "list[Token]") -> "Token | None":
    """Whoever an answer names: a noun that leads it."""
    if words[0].pos_ not in {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
        return None
    return next(
        (t for t in words if t.pos_ in {"NOUN", "PROPN"} and t.head.i not in {w.i for w in words} - {t.i}), None
    )


def _text(words: "list[Token]") -> str:
    text = "".join(t.text_with_ws for t in words).strip(" ,;:.–—-")
    name = words[0].pos_ == "PROPN" and not words[0].like_num
    return text if name or text[:2].isupper() else text[:1].lower() + text[1:]
