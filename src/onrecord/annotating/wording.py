"""The sentence a person reads for a claim: its clause's own words, pointing words resolved, the subject supplied.

Words are taken from the source; only these are changed: pronouns and pointing phrases become what they stand for,
the verb then agrees with its new subject, a negation that stands above the clause is put into it, and what the
clause borrows from outside (the subject of "and sells coal", the noun of "where it is made") is set before it.
"""

from typing import TYPE_CHECKING

from onrecord.annotating.anaphora import PARTS, bare_number, points
from onrecord.annotating.clauses import Clause
from onrecord.annotating.clefts import counted_time, pseudo_cleft
from onrecord.annotating.deixis import referent_of
from onrecord.annotating.heads import embeddings_at, is_found, subject_of
from onrecord.annotating.modality import is_ruled_out
from onrecord.annotating.negating import behind_that, contracted, negate, straightened, taken_by_any
from onrecord.annotating.ownclause import possessor
from onrecord.annotating.ownside import here, ours
from onrecord.annotating.packed import named
from onrecord.annotating.participants import Voice
from onrecord.annotating.periods import time_text
from onrecord.annotating.phrases import is_definite, is_noun, lemma_of, text_of, true_head
from onrecord.annotating.polarity import is_nobody, negation_of
from onrecord.annotating.scope import State
from onrecord.annotating.there import link_to, points_back
from onrecord.annotating.understood import Subject, absolute_noun, divided, gap_of
from onrecord.annotating.verbforms import FINITE, PASTS, third_person
from onrecord.language.predicates import scope
from onrecord.language.pronounwords import POSSESSIVES, WE, YOU, I, is_we
from onrecord.model.items import Argument, Modality

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_MODAL_LINKS: dict[Modality, str] = {"planned": "will", "demanded": "should", "possible": "may", "conditional": "would"}
_MARKS = str.maketrans({"“": None, "”": None, '"': None, "[": None, "]": None})
_EDGES = " \t\n\r,;:.–—-“”\"'‘’()[]…"
_STATES = frozenset(
    {"contain", "include", "involve", "need", "own", "belong", "consist", "know", "represent", "lack", "deserve",
     "comprise", "concern", "resemble"}
)  # fmt: skip
"""Verbs that tell a state: "water containing cyanide" contains it."""
POINTING = PARTS | {"those", "these"}
REFLEXIVES = frozenset({"myself", "ourselves", "himself", "herself", "itself", "themselves", "yourself", "yourselves"})


def worded(
    clause: Clause,
    state: State,
    voice: Voice,
    *,
    subject: Subject | None,
    place: Argument | None,
    dates: dict[int, str],
    denied_above: bool = False,
) -> str:
    """A claim's text from the words of its clause; `dates` are set behind the relative time words that end there.

    `denied_above` says that what stands over the verb that carries the clause turns it ("denied that it had to pay").
    """
    head, outer, words = clause.head, clause.outer, clause.words
    pieces, singular = _resolved(head, words, voice, subject_text(subject.token, voice) if subject is not None else "")
    _place_relative(head, pieces)
    for index, day in dates.items():
        if index in pieces:
            pieces[index] += f" ({day})"
    if (bare := absolute_noun(head)) is not None and head.tag_ in {"VBN", "VBD"} and head.i in pieces:
        pieces[head.i] = f"{copula_of(head.head, bare)} {pieces[head.i]}"
    if is_found(head) and head.i in pieces and (found := subject_of(head)) is not None:
        pieces[head.i] = f"{copula_of(head.head, found)} {pieces[head.i]}"
    own = negation_of(head).negated
    nobody = subject is not None and is_nobody(subject.token)
    if state.negated and not (own or nobody) and outer is head and head.i in pieces and not taken_by_any(head, pieces):
        negate(head, pieces)
    below = denied_above and outer is not head and outer.i in pieces and not negation_of(outer).negated
    if below and not taken_by_any(outer, pieces):
        negate(outer, pieces)
    if head.dep_ == "pcomp" and (subject_token := subject_of(head)) is not None:
        for aux in (c for c in head.children if c.i in pieces and c.lower_ in {"being", "having"}):
            finite = "had" if aux.lower_ == "having" else copula_of(head.head, subject_token)
            pieces[aux.i] = pieces[aux.i].replace(aux.text, finite)  # "without the nurses being told"
    if (link := next((c for c in head.children if c.lower_ == "to" and c.dep_ == "aux"), None)) is not None:
        own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} and c.i in pieces for c in head.children)
        if own_subject and link.i in pieces and state.modality in {"demanded", "planned", "possible"}:
            pieces[link.i] = _MODAL_LINKS[state.modality]
    for one in singular:
        agree(one, pieces)
    if (gap := gap_of(head)) is not None and head.i in pieces:
        what = referent_of(gap, voice.parsed, voice.view, voice.setting).text
        article = "the " if any(c.lower_ == "the" and c.dep_ == "det" for c in gap.children) else ""
        pieces[head.i] += f" {article}{what}"
    for token in words:
        if token.text[:1] in {"'", "’"} and token.i > 0 and pieces.get(token.i - 1, "") != token.nbor(-1).text:
            if token.tag_ == "POS" and (owner := pieces[token.i - 1].strip() if token.i - 1 in pieces else ""):
                pieces[token.i] = _genitive(owner)
            else:
                pieces[token.i] = contracted(pieces.get(token.i, ""), token.head)
    if (denied := _denied(head, outer, words, pieces, state)) is not None:
        return denied
    words = words if clause.asks or state.modality == "asked" else straightened(head, words, pieces)
    text = "".join(pieces[token.i] + _gap(words, at) for at, token in enumerate(words) if token.i in pieces)
    asks = clause.asks and words[0].tag_.startswith("W")
    text = _trimmed(text, keep_first=asks or state.modality == "conditional" or words[0].dep_ in {"prep", "det"})
    apart = subject is not None and subject.borrowed and divided(outer) is None
    if subject is not None and apart and not any(c.dep_ == "expl" for c in outer.children):
        text = _with_subject(outer, text, subject, voice, state)
    if place is not None and place.text not in text and any(c.lower_ == "where" for c in head.children):
        text = f"{text} in {named(place.text)}"
    if (time := counted_time(outer) or time_text(clause.time, dates)) and time not in text:
        text = f"{text} {time}"
    if own and not state.negated and outer is head and state.modality == "asserted" and not clause.asks:
        text = f"It is not true that {behind_that(text, words)}"
    return text[:1].upper() + text[1:]


def copula_of(verb: "Token", noun: "Token") -> str:
    """The form of "be" for a noun, in the tense of a verb."""
    told = (verb, *verb.children) if verb.dep_ != "prep" else (verb.head, *verb.head.children)
    past = any(t.tag_ == "VBD" or t.lower_ in {"had", "was", "were"} for t in told if t.pos_ in {"VERB", "AUX"})
    several = noun.tag_ in {"NNS", "NNPS"} or (noun.tag_ == "CD" and noun.lower_ != "one")
    several = several or any(c.dep_ == "conj" for c in noun.children)
    return ("were" if past else "are") if several else ("was" if past else "is")


def _denied(head: "Token", outer: "Token", words: "list[Token]", pieces: dict[int, str], state: State) -> str | None:
    """What somebody "denied doing", said plainly: that they did not do it."""
    if outer is head or head.head.i != outer.i or not state.negated or "deny" not in embeddings_at(outer):
        return None
    who = subject_of(outer)
    if who is None or head.tag_ not in {"VBG", "VBN"} or negation_of(outer).negated:
        return None
    first, last = (next(token for token in words if token.i >= edge) for edge in (who.left_edge.i, who.i))
    name = "".join(pieces[t.i] + t.whitespace_ for t in words if first.i <= t.i <= last.i and t.i in pieces).strip()
    rest = [t for t in words if t.i > head.i and t.i in pieces]
    has = "have" if who.tag_ in {"NNS", "NNPS"} or who.lower_ in {"they", "police"} else "has"
    passive = any(c.dep_ == "auxpass" for c in head.children)
    if head.tag_ == "VBG":
        verb = f"{'will' if is_ruled_out(outer, head) else 'did'} not {lemma_of(head)}"
    else:
        verb = f"{has} not been {head.text}" if passive else f"{has} not {head.text}"
    text = f"{name} {verb} " + "".join(pieces[t.i] + _gap(words, words.index(t)) for t in rest)
    return _trimmed(text[:1].upper() + text[1:], keep_first=True)


def _place_relative(head: "Token", pieces: dict[int, str]) -> None:
    """Leave "in which" out; "of whom five" names whom: "five of the babies"."""
    for link in head.children:
        pronoun = next((c for c in link.children if c.dep_ == "pobj" and c.tag_ in {"WDT", "WP"}), None)
        if link.dep_ != "prep" or pronoun is None or link.i > head.i or link.i not in pieces:
            continue
        pieces[link.i] = pieces[pronoun.i] = ""
        part, whole = subject_of(head), divided(head)
        if part is not None and whole is not None and part.i in pieces:
            name = text_of(whole)
            starts = whole.left_edge.is_sent_start and whole.left_edge.pos_ != "PROPN"
            pieces[part.i] += f" of the {name[:1].lower() + name[1:] if starts else name}"


def _resolved(head: "Token", words: "list[Token]", voice: Voice, borrowed: str) -> "tuple[dict[int, str], list[Token]]":
    """Each word's text by token index, pointing words replaced; the subjects that became one."""
    pieces: dict[int, str] = {}
    seen: set[str] = {borrowed.removeprefix("the ")} - {""}
    named_here: set[str] = set()
    inside = {token.i for token in words}
    own_subject = subject_of(head)
    doer = ""
    if own_subject is not None and is_noun(own_subject) and own_subject.i in inside:
        doer = referent_of(own_subject, voice.parsed, voice.view, voice.setting).key
    singular: list[Token] = []
    said_place = _own_place(head, voice) if any(is_we(t.text) for t in words) else set()
    if pseudo_cleft(head) is not None:
        said_place |= {token.i for token in words if token.lower_ == "what"}
    for token in words:
        text = token.text
        if token.i in said_place:
            pieces[token.i] = ""
            continue
        if token.lower_ in REFLEXIVES:
            pieces[token.i] = _reflexive(token, voice)
            continue
        if token.tag_ in {"PRP", "PRP$"}:
            if token.tag_ == "PRP$" and (holder := possessor(token)) is not None and holder.i in inside:
                pieces[token.i] = text
                continue
            referent = referent_of(token, voice.parsed, voice.view, voice.setting)
            if not referent.open and referent.text and not (token.tag_ == "PRP$" and referent.key == doer):
                own = token.lower_ in WE | YOU | I
                possessive = token.tag_ == "PRP$"
                if (own and not (possessive and referent.text in named_here)) or referent.text not in seen | named_here:
                    text = named(referent.text) + (_genitive(referent.text) if possessive else "")
                if possessive and own and referent.text in seen and referent.country:
                    text = "its"
                seen.add(referent.text)
                if (
                    token.dep_ in {"nsubj", "nsubjpass"}
                    and token.lower_ in {"we", "i", "you"}
                    and not _has_conjunct(token)
                ):
                    singular.append(token)
        elif (token.lower_ in POINTING and points(token)) or bare_number(token) is not None:
            referent = referent_of(token, voice.parsed, voice.view, voice.setting)
            if not referent.open and referent.text:
                text = referent.text
                for part in token.doc[token.left_edge.i : token.i]:
                    pieces[part.i] = ""
        elif token.tag_ == "WP$" and token.head.head.dep_ == "relcl" and token.head.head.head.i not in inside:
            owner = subject_text(token.head.head.head, voice)
            text = owner + _genitive(owner) if owner else text
        elif points_back(token) and (told := voice.setting.there(voice.parsed.offset + token.idx)) is not None:
            there = subject_text(told.noun, voice._replace(parsed=told.parsed))
            text = f"{link_to(token, told)} {there}" if there and there.lower() not in seen | named_here else text
        elif token.lower_ == "here" and token.dep_ in {"advmod", "npadvmod"}:
            if not any(c.dep_ == "prep" for c in token.children):
                where = here(voice.view, voice.setting, with_we=any(is_we(c.text) for c in token.head.children))
                text = f"in {named(where.text)}" if where is not None else text
            else:
                text = ""
        elif is_noun(token) and true_head(token) is token:
            referent = referent_of(token, voice.parsed, voice.view, voice.setting)
            if referent.entity is not None and not referent.filled:
                named_here.add(referent.text)
            itself = token.dep_ == "attr" and referent.text in seen  # "I am the director"
            if referent.filled and referent.text and not itself:
                text = named(referent.text)
                for child in token.children:
                    if child.i < token.i and child.dep_ in {"det", "poss", "amod"}:
                        for inner in child.subtree:
                            pieces[inner.i] = ""
        pieces[token.i] = text
    return pieces, singular


def _reflexive(pronoun: "Token", voice: Voice) -> str:
    """A pronoun that stresses or turns back, as it is said of the speaker: "Lee turned it off himself"."""
    if pronoun.lower_ not in {"myself", "ourselves"} or voice.view.name is None:
        return pronoun.text
    if pronoun.lower_ == "ourselves":
        return "itself" if ours(voice.view, voice.setting) is not None else pronoun.text
    gender = voice.setting.gender(voice.view.entity)
    return {"female": "herself", "male": "himself"}.get(gender or "", "in person")


def _own_place(head: "Token", voice: Voice) -> set[int]:
    """The words of "here" or "in Norland" beside a "we" that already stands for Norland."""
    we = next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"} and is_we(c.text)), None)
    us = ours(voice.view, voice.setting) if we is not None else None
    if us is None:
        return set()
    for child in head.children:
        if child.dep_ == "advmod" and child.lower_ == "here" and not any(c.dep_ == "prep" for c in child.children):
            where = here(voice.view, voice.setting, with_we=True)
            if where is not None and where.key == us.key:
                return _with_comma(child)
        if child.dep_ == "prep" and child.lower_ == "in":
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            if noun is not None and referent_of(noun, voice.parsed, voice.view, voice.setting).key == us.key:
                return _with_comma(child)
    return set()


def _with_comma(top: "Token") -> set[int]:
    words = {token.i for token in top.subtree}
    after = top.right_edge.i + 1
    if after < len(top.doc) and top.doc[after].text == ",":
        words.add(after)
    return words


def _gap(words: "list[Token]", at: int) -> str:
    apart = at + 1 < len(words) and words[at + 1].i > words[at].i + 1
    return " " if apart else words[at].whitespace_


def agree(subject: "Token", pieces: dict[int, str]) -> None:
    """Make the finite verb fit a "we" or "I" that became one state, body or person."""
    verb = subject.head
    finite = verb
    if verb.dep_ not in {"aux", "auxpass"}:
        finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i), verb)
    word = finite.lower_
    if finite.i not in pieces:
        return
    first, *denial = pieces[finite.i].split() or [""]
    if word in FINITE and (finite.tag_ in {"VBP", "VBD"} or word.startswith(("'", "’"))):
        pieces[finite.i] = " ".join([FINITE[word], *denial])
    elif finite.tag_ == "VBP" and word not in PASTS and lemma_of(finite) not in {"be", "have", "do"}:
        pieces[finite.i] = " ".join([third_person(first), *denial])


def _with_subject(head: "Token", text: str, subject: Subject, voice: Voice, state: State) -> str:
    """Set what the clause borrows before it: "[the plant] makes steel", "[steel] is seized at the border"."""
    noun = subject.token
    name = _without(head, subject_text(noun, voice))
    if not name:
        return text
    plural = noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.children)
    plural = plural or (name.lower() == noun.lower_ and noun.lower_ in {"we", "they", "you"})
    if head.doc[head.left_edge.i].is_sent_start and text[1:2].islower() and head.left_edge.pos_ != "PROPN":
        text = text[:1].lower() + text[1:]
    finite = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"MD", "VBZ", "VBP", "VBD"} for c in head.children)
    if head.dep_ == "acl" and head.tag_ == "VBG" and "evidence" in embeddings_at(noun) and not is_definite(noun):
        what = text.removeprefix("not ").removeprefix("Not ")
        return f"There is {'no ' if state.negated else ''}{text_of(noun)} {what}"  # "no evidence linking"
    if any(c.lower_ == "having" and c.dep_ == "aux" for c in head.children):
        return f"{name} {'have' if plural or name == 'I' else 'has'} {text.replace('having ', '', 1)}"
    if text.split(" ", 1)[0] in _COPULAS and absolute_noun(head) is not None:
        return f"{name} {text}"
    shared = _shared_auxiliaries(head)
    if shared:
        return f"{name} {shared} {text[4:] if text.startswith('not ') and 'n' in shared else text}"
    if head.tag_ == "VB" and not finite and (link := _MODAL_LINKS.get(state.modality)):
        return f"{name} {link} {text[3:] if text.lower().startswith('to ') else text}"
    if head.tag_ in {"VBN", "VBG"} and not finite and head.dep_ in {"acl", "advcl", "conj", "xcomp", "pcomp", "relcl"}:
        if head.tag_ == "VBG" and lemma_of(head) in _STATES and text.startswith(head.text):
            verb = lemma_of(head) if plural else third_person(lemma_of(head))
            return f"{name} {verb}{text[len(head.text) :]}"
        link = "are" if plural else "is"
        if (head.tag_ == "VBN" and not subject.passive) or text.startswith("been "):
            link = "have" if plural else "has"
        elif (modal := _MODAL_LINKS.get(state.modality)) is not None:
            link = f"{modal} be"
        return f"{name} {link} {text}"
    return f"{name} {text}"


def _without(clause: "Token", name: str) -> str:
    """A subject's words without the clause said of it: "the people of Harl" of "the people of Harl, who fled"."""
    if clause.dep_ not in {"relcl", "acl"}:
        return name
    words = clause.doc[clause.left_edge.i : clause.right_edge.i + 1].text
    return name.removesuffix(words).rstrip(" ,") if name.endswith(words) else name


def subject_text(noun: "Token", voice: Voice) -> str:
    """How a subject that stands elsewhere is named before a clause."""
    referent = referent_of(noun, voice.parsed, voice.view, voice.setting)
    whole = true_head(noun)
    if whole is not noun and whole.pos_ == "PRON" and referent.filled and noun.i < whole.i:
        return (
            f"{''.join(t.text_with_ws for t in noun.doc[noun.left_edge.i : whole.i])}{referent.text}"  # "four of them"
        )
    if noun.lower_ == "one" and is_nobody(noun):
        return "no one"
    if referent.entity or referent.filled or noun.pos_ not in {"NOUN", "ADJ"}:
        return named(referent.text) if referent.text else ""
    article = next((c for c in noun.children if c.dep_ == "det" and c.lower_ in _ARTICLES), None)
    text = text_of(noun)
    if whole is not noun and noun.i < whole.i and any(c.dep_ == "nummod" for c in noun.children):
        return noun.doc[noun.left_edge.i : whole.i + 1].text  # "four members of the team"
    first = text.split(" ", 1)[0]
    if article is None or first.lower() in POSSESSIVES:
        return text
    before = article.lower_
    if before != "the" and not text.startswith(article.nbor(1).text):
        before = "an" if text[:1].lower() in "aeio" else "a"
    return f"{before} {text}"


def _shared_auxiliaries(head: "Token") -> str:
    """The auxiliaries and "not" that a conjoined verb shares with the first: "did not make or sell"."""
    first = head
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    own = any(c.dep_ in {"aux", "auxpass", "neg"} for c in head.children)
    if first is head or own or head.tag_ != first.tag_ or head.tag_ not in {"VB", "VBN", "VBG"}:
        return ""
    words = [c for c in first.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < first.i and c.lower_ != "to"]
    return "".join(f"{contracted(c.text)}{c.whitespace_}" for c in words).strip()


_COMPARED = frozenset({"many", "much", "few", "little"})
_ARTICLES = frozenset({"the", "a", "an"})
_COPULAS = frozenset({"is", "are", "was", "were"})


def _trimmed(text: str, *, keep_first: bool) -> str:
    text = " ".join(text.translate(_MARKS).split())
    if "(" in text and ")" not in text:
        text = text.replace("(", "")
    text = text.replace("ca not", "cannot").replace("wo not", "will not")
    for mark in (" ,", " ;", " ."):
        text = text.replace(mark, mark[1])
    for _ in range(4):
        text = text.strip(_EDGES)
        first, _, rest = text.partition(" ")
        counts = first.lower() == "as" and rest.split(" ", 1)[0] in _COMPARED  # "as many as 600"
        if rest and not counts and first.lower().strip(",") in scope().connectives and not keep_first:
            text = rest
        else:
            break
    text = text.strip(_EDGES)
    return text + ")" if text.count("(") > text.count(")") else text


def _genitive(name: str) -> str:
    return "'" if name.endswith("s") else "'s"


def _has_conjunct(token: "Token") -> bool:
    return any(c.dep_ == "conj" for c in token.children)
