"""Hangs a few words right that the small parser often hangs wrong, where the rest of the parse shows that it did.

A subject taken for the object of the verb before ("says two memos were opened"), a shortened relative clause taken
for the main one ("six babies cared for there were found"), a report's verb that has two subjects, a finite verb
conjoined to an infinitive, "told them that" and "a lie that" read as relative clauses, a verb form read as a noun, a
plural read as a verb, a comment behind a report ("…, a claim they dispute") read as its verb, and more below. Each is
seen by what no right parse has; all else is left as parsed.
"""

from typing import TYPE_CHECKING

from onrecord.language.agreeing import agree_relative, free_sentence, join_since, part_comment, rehang_conjunct
from onrecord.language.inversion import restore
from onrecord.language.parted import join_perfect, take_back_subject
from onrecord.language.predicates import class_of, embeddings_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had", "does", "do", "did"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_VERBS = frozenset({"VERB", "AUX"})
_UNCHANGING = frozenset(
    {"bid", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "rid", "set", "shed", "shut",
     "split", "spread", "thrust", "upset"}
)  # fmt: skip
"""Verbs whose past is spelled like their infinitive."""
_TOLD = frozenset({"tell", "inform", "assure", "warn", "remind", "notify", "convince", "persuade"})
_TIME_LINKS = frozenset({"before", "after", "until", "since"})
_TALES = frozenset({"story", "lie", "thing", "tale", "truth", "joke", "secret", "news"})
_LOOKED_AT = ("ccomp", "conj", "relcl", "acl", "advcl", "ROOT", "xcomp", "pcomp", "nsubj", "pobj", "dobj")
_INTRODUCING = frozenset({"say", "think", "find", "factive", "deny", "claim", "doubt"})


def rehang(doc: "Doc") -> None:
    """Mend the parse of a block in place."""
    wanted = {doc.vocab.strings[name] for name in _LOOKED_AT}
    for at in [at for at, relation in enumerate(doc.to_array("DEP").tolist()) if relation in wanted]:
        token = doc[at]
        if token.pos_ not in _VERBS:
            if token.pos_ in {"NOUN", "ADJ"} and token.dep_ != "nsubj":
                _name_verb(token)
            continue
        if token.lemma_ == "have" and token.tag_ in _FINITE and (join_perfect(token) or join_since(token)):
            continue
        if token.dep_ in {"ccomp", "ROOT", "conj"}:
            if token.tag_ in _FINITE:
                restore(token)
            _take_subject(token)
            take_back_subject(token)
            part_comment(token)
            _set_name_apart(token)
        match token.dep_:
            case "ccomp":
                _give_subject(token)
                _set_comment_apart(token)
            case "conj":
                rehang_conjunct(token)
                _raise_conjunct(token)
            case "relcl":
                free_sentence(token)
                agree_relative(token)
                _tell(token)
                _complete_noun(token)
            case "pcomp":
                _stop_short(token)
            case "xcomp":
                _call_for(token)
            case "advcl":
                _take_time(token)
            case "acl":
                _tell(token)
                _split_report(token)
            case "nsubj":
                _free_verb(token)
            case "pobj" | "dobj":
                _name_noun(token)
        if token.lower_ == "having":
            _give_object(token)


def _subject(verb: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ in _SUBJECTS), None)


def _is_finite(verb: "Token") -> bool:
    """Whether a verb can stand as a sentence's: tensed itself or by an auxiliary."""
    return verb.tag_ in _FINITE or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in _FINITE for c in verb.children)


def _is_passive(verb: "Token") -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _hang(token: "Token", head: "Token", relation: str) -> None:
    token.head = head
    token.dep_ = relation


def _name_verb(word: "Token") -> None:
    """A noun or adjective with a subject and an object or "have" is a verb: "the original bore a stamp"."""
    children = {c.dep_: c for c in word.children}
    if word.dep_ == "ccomp" and "mark" in children and "nsubj" not in children:
        _name_bidden(word)
    if "nsubj" not in children or "det" in children or "cop" in children:
        return
    auxiliary = children.get("aux")
    if word.tag_ in {"JJ", "NN"} and auxiliary is not None and auxiliary.lemma_ == "have":
        word.tag_, word.pos_ = "VBN", "VERB"
    elif word.tag_ == "NN" and "dobj" in children and children["dobj"].i > word.i and auxiliary is None:
        word.tag_, word.pos_ = "VBD", "VERB"
    elif word.tag_ == "NNS" and "ccomp" in children and children["ccomp"].i > word.i and auxiliary is None:
        word.tag_, word.pos_ = ("VBZ", "VERB") if embeddings_of(word.lemma_, "verb") else (word.tag_, word.pos_)


def _name_noun(word: "Token") -> None:
    """A verb in "-s" with an article or name before it, where an object stands, is a noun: "to the Harl gangs"."""
    if word.tag_ == "VBZ" and any(c.dep_ in {"det", "nmod", "compound"} and c.i < word.i for c in word.children):
        word.tag_, word.pos_ = "NNS", "NOUN"


def _name_bidden(word: "Token") -> None:
    """A noun where "that" asks for a clause is its verb: "demanded that the mill reopen"."""
    before = word.nbor(-1) if word.i else word
    if word.tag_ not in {"NN", "NNS"} or before.dep_ != "compound" or before.head.i != word.i:
        return
    if before.tag_ != "NN" or class_of(word.lemma_, "verb") is None:
        return
    if not any(c.dep_ == "mark" and c.lower_ == "that" for c in word.children):
        return
    for child in list(word.children):
        if child.i < before.i and child.dep_ in {"det", "amod", "poss", "nummod", "compound"}:
            _hang(child, before, child.dep_)
    before.dep_ = "nsubj"
    word.tag_, word.pos_ = ("VB" if word.tag_ == "NN" else "VBZ"), "VERB"


def _take_subject(verb: "Token") -> None:
    """No verb has an article; its noun is the subject: "the fire service disputes that", "the bridge shakes"."""
    noun = verb.nbor(-1) if verb.i else verb
    if noun.dep_ != "compound" or noun.head.i != verb.i or noun.pos_ not in _NOUNS or _subject(verb) is not None:
        return
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    inverted = verb.tag_ == "VB" and len(auxiliaries) == 1 and auxiliaries[0].i < noun.left_edge.i
    full = any(c.dep_ == "dobj" for c in verb.children) or (verb.tag_ == "VBZ" and verb.dep_ in {"ROOT", "ccomp"})
    if not inverted and (auxiliaries or verb.tag_ not in _FINITE or not full):
        return
    for child in list(verb.children):
        if child.i < noun.i and child.dep_ in {"det", "amod", "poss", "nummod", "compound", "nmod"}:
            _hang(child, noun, child.dep_)
    noun.dep_ = "nsubj"


def _set_name_apart(verb: "Token") -> None:
    """Whom a sentence is spoken to is not its subject beside another: "Ms. Lee, the inspector says that it leaks"."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if len(subjects) != 2:
        return
    name, other = subjects
    apart = name.right_edge.i + 1
    if name.pos_ == "PROPN" and name.left_edge.is_sent_start and other.i > apart and name.doc[apart].text == ",":
        name.dep_ = "npadvmod"


def _take_time(verb: "Token") -> None:
    """A clause's noun is its subject, and no time of its own: "before a deadline set by the court expired"."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or _subject(verb) is not None:
        return
    link = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in _TIME_LINKS and c.i < verb.i), None)
    noun = next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None else None
    if link is None or noun is None or noun.right_edge.i != verb.i - 1:
        return
    link.dep_, link.pos_ = "mark", "SCONJ"
    _hang(noun, verb, "nsubj")


def _free_verb(verb: "Token") -> None:
    """A tensed verb with a subject is no subject itself: "found that the drug cures malaria"."""
    thing = verb.head
    if thing.lemma_ == "be" and verb.tag_ in _FINITE and _subject(verb) is not None and verb.i < thing.i:
        verb.dep_ = "csubj"  # "“we never ran out” was wrong"
        return
    if verb.tag_ not in {"VBZ", "VBP", "VBD"} or verb.lower_ in _AUXILIARIES or thing.i != verb.i + 1:
        return
    if thing.pos_ not in {"ADJ", "NOUN"} or thing.dep_ not in {"ccomp", "ROOT"} or _subject(verb) is None:
        return
    above, relation = thing.head, thing.dep_
    if relation == "ROOT":
        return
    _hang(verb, above, relation)
    for child in list(thing.children):
        _hang(child, verb, child.dep_)
    _hang(thing, verb, "dobj")
    thing.pos_ = "NOUN"


def _give_object(verb: "Token") -> None:
    """What follows "having" is its participle and not a word before the object: "denied having used force"."""
    if verb.i + 1 >= len(verb.doc):
        return
    done = verb.nbor(1)
    thing = done.head
    if done.tag_ != "VBN" or done.dep_ != "amod" or thing.dep_ != "dobj" or thing.head.i != verb.i:
        return
    above, relation = verb.head, verb.dep_
    _hang(done, above, relation)
    for child in list(verb.children):
        if child.i != done.i:
            _hang(child, done, child.dep_)
    _hang(verb, done, "aux")
    verb.pos_, done.pos_ = "AUX", "VERB"


def _give_subject(verb: "Token") -> None:
    """Give a finite clause the noun before it that the verb above took, or that a shortened clause took."""
    above = verb.head
    if _subject(verb) is not None or not _is_finite(verb) or above.i >= verb.i or above.pos_ not in _VERBS:
        return
    if any(c.dep_ in {"mark", "advmod"} and c.tag_ in {"WRB", "IN"} for c in verb.children):
        return
    if _count_subject(verb):
        return
    first = min((c.i for c in verb.children), default=verb.i)
    first = min(first, verb.i)
    kinds = set(embeddings_of(above.lemma_, "verb"))
    for child in above.children:
        if child.dep_ == "dobj" and above.i < child.i < first and child.pos_ in _NOUNS and kinds & _INTRODUCING:
            if child.right_edge.i < first:
                _hang(child, verb, "nsubjpass" if _is_passive(verb) else "nsubj")
            return
    rival = next((c for c in above.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if rival is None or rival.tag_ not in {"VBD", "VBN"}:
        return
    if any(c.dep_ in {"aux", "auxpass", "cc"} for c in rival.children):
        return
    noun = next((c for c in rival.children if c.dep_ == "nsubj" and c.i < rival.i), None)
    if noun is None or noun.pos_ not in _NOUNS or noun.i + 1 != rival.i or _cut(rival, verb):
        return
    _hang(noun, verb, "nsubjpass" if _is_passive(verb) else "nsubj")
    for child in list(rival.children):
        if child.dep_ == "mark" and child.i < noun.i:
            _hang(child, verb, "mark")
    _hang(rival, noun, "acl")
    rival.tag_ = "VBN"


def _count_subject(verb: "Token") -> bool:
    """Make a compared amount right before a verb its subject: "we believe less than a tenth reached the river"."""
    for word in verb.children:
        if word.dep_ == "advmod" and word.lower_ in {"less", "more", "fewer"} and word.i < verb.i:
            link = next((c for c in word.children if c.lower_ == "than"), None)
            amount = next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None else None
            if link is None or amount is None or amount.right_edge.i + 1 != verb.i:
                return False
            _hang(amount, verb, "nsubjpass" if _is_passive(verb) else "nsubj")
            _hang(link, amount, "quantmod")
            _hang(word, amount, "quantmod")
            return True
    return False


def _cut(one: "Token", other: "Token") -> bool:
    """Whether a mark or "and" stands between two words of one clause."""
    between = (token for token in one.doc[one.i + 1 : other.i] if token.head.i in {one.i, one.head.i})
    return any(token.is_punct or token.dep_ == "cc" for token in between)


def _raise_conjunct(verb: "Token") -> None:
    """Hang a finite verb on the finite verb above the infinitive or noun it was conjoined to."""
    first = verb.head
    if first.pos_ not in _VERBS:
        _part_objects(verb, first)
        return
    if first.tag_ == "VB" and verb.lower_ in _UNCHANGING and verb.tag_ in {"VBD", "VBN", "VBP"}:
        if _subject(verb) is None and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
            verb.tag_ = "VB"
        return
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in first.children)
    if first.dep_ not in {"xcomp", "advcl", "acl"} or not infinitive or _subject(verb) is not None:
        return
    if not _is_finite(verb) or verb.tag_ == "VBP" or verb.lower_ in _UNCHANGING | {"lay"}:
        return
    top = first.head
    for _ in range(4):
        if top.pos_ in _VERBS and _is_finite(top):
            break
        top = top.head
    if top.pos_ not in _VERBS or not _is_finite(top) or top.i > first.i:
        return
    joiner = next((c for c in first.children if c.dep_ == "cc" and first.i < c.i < verb.i), None)
    if joiner is not None:
        _hang(joiner, top, "cc")
    _hang(verb, top, "conj")


def _part_objects(verb: "Token", noun: "Token") -> None:
    """Two verbs with an object each are not one with a long object: "opened a gym and raised fees"."""
    thing = noun.head
    above = thing.head
    if verb.tag_ != "VBD" or noun.dep_ not in {"nmod", "compound"} or thing.dep_ != "dobj" or above.tag_ != "VBD":
        return
    if not noun.i < verb.i < thing.i or any(True for _ in verb.children) or above.i > noun.i:
        return
    for child in list(thing.children):
        if child.i < noun.i and child.dep_ in {"det", "amod", "poss", "nummod"}:
            _hang(child, noun, child.dep_)
    for child in list(noun.children):
        if child.dep_ == "cc":
            _hang(child, above, "cc")
    _hang(verb, above, "conj")
    _hang(noun, above, "dobj")
    _hang(thing, verb, "dobj")


def _tell(verb: "Token") -> None:
    """A clause with "that" after whom somebody told is what was told: "told an inquest that he died"."""
    told = verb.head
    teller = told.head
    if told.dep_ != "dobj" or teller.lemma_ not in _TOLD or teller.pos_ not in _VERBS or told.lemma_ in _TALES:
        return
    link = next((c for c in verb.children if c.lower_ == "that"), None)
    if link is None or link.i != verb.left_edge.i:
        return
    if not any(c.dep_ in {"nsubj", "nsubjpass"} and c.i != link.i for c in verb.children):
        return
    _hang(verb, teller, "ccomp")
    link.dep_, link.tag_ = "mark", "IN"


def _complete_noun(verb: "Token") -> None:
    """A clause with "that" and a subject of its own is what a noun says: "called it a lie that the road was closed"."""
    noun = verb.head
    if noun.pos_ != "NOUN" or not embeddings_of(noun.lemma_, "noun"):
        return
    link = next((c for c in verb.children if c.lower_ == "that" and c.dep_ == "mark"), None)
    if link is not None and _subject(verb) is not None:
        verb.dep_ = "acl"


def _stop_short(verb: "Token") -> None:
    """The "of" of "stopped short of blaming" belongs to the verb."""
    link = verb.head
    short = link.head
    if link.lower_ == "of" and short.lower_ == "short" and short.dep_ == "advmod" and short.head.pos_ == "VERB":
        _hang(link, short.head, "prep")


def _call_for(verb: "Token") -> None:
    """What stands between "for" and an infinitive is its subject: "called for the sale of arms to end"."""
    above = verb.head
    if verb.tag_ != "VB" or _subject(verb) is not None or not any(c.lower_ == "to" for c in verb.children):
        return
    for link in above.children:
        if link.dep_ != "prep" or link.lower_ != "for" or not above.i < link.i < verb.i:
            continue
        noun = next((c for c in link.children if c.dep_ == "pobj"), None)
        if noun is None or noun.right_edge.i != verb.left_edge.i - 1 or class_of(above.lemma_, "verb") == "wait":
            return
        _hang(noun, verb, "nsubjpass" if _is_passive(verb) else "nsubj")
        _hang(link, verb, "mark")
        verb.dep_ = "advcl"
        return


def _set_comment_apart(verb: "Token") -> None:
    """What is said of a report behind it is not its verb: "said the village was empty, a claim survivors dispute"."""
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    word = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if told is None or word is None or not embeddings_of(word.lemma_, "noun") or word.i < told.i:
        return
    edge = word.left_edge
    if edge.i == 0 or edge.nbor(-1).text != "," or edge.lower_ not in {"a", "an"}:
        return
    _hang(told, verb.head, "ccomp")
    _hang(word, told, "appos")
    _hang(verb, word, "relcl")


def _split_report(verb: "Token") -> None:
    """A verb with two subjects is not the first's: "No boat sailed that day, the harbour told us"."""
    noun = verb.head
    report = noun.head
    if verb.tag_ not in {"VBN", "VBD"} or verb.i != noun.i + 1 or report.pos_ not in _VERBS:
        return
    if noun.dep_ not in {"nsubj", "nsubjpass"} or any(c.dep_ in {"aux", "auxpass", "agent"} for c in verb.children):
        return
    second = next((c for c in report.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > verb.i), None)
    before = second.left_edge.nbor(-1) if second is not None and second.left_edge.i > 0 else None
    if before is None or not (before.text in {",", "”"} or before.dep_ == "cc"):
        return
    if before.dep_ == "cc":
        _hang(before, report, "cc")
    _hang(verb, report, "parataxis" if before.dep_ == "cc" else "ccomp")
    _hang(noun, verb, "nsubj")
    verb.tag_ = "VBD"
