"""The questions of one matter: which its claims answer, how each is worded, and what was found between its answers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.comparing.alternations import settled
from onrecord.comparing.issues import (
    ASKED,
    INDEX,
    MATTER,
    MOST_CLAIMS,
    MOST_DOCUMENTS,
    SEVERAL,
    components,
    fixed_among,
    index_keys,
    issue_key,
    issue_of,
    key_in,
    named_topic,
    question_of,
)
from onrecord.comparing.keys import Topic
from onrecord.comparing.nearest import met_by
from onrecord.comparing.positions import positions
from onrecord.comparing.questions import clause_of, orientation_of
from onrecord.comparing.replies import Reply, reply_of
from onrecord.comparing.sides import Context, Side
from onrecord.comparing.store import Store
from onrecord.model.findings import Finding, Question
from onrecord.model.items import Annotated, Claim, Proposition

PAIR = 2
"""Items of a finding between two claims."""


class Asking:
    """The issues that one document touches, looked up and answered once."""

    def __init__(self, store: Store, context: Context) -> None:
        self._store = store
        self._context = context
        self._claims: dict[str, Claim] = {}

    def index(self, annotated: Annotated) -> None:
        """Index a document's claims under the issues that they can be."""
        told = [settled(claim) for claim in annotated.claims]
        self._claims |= {claim.id: claim for claim in told}
        self._store.index_items(INDEX, {claim.id: index_keys(claim) for claim in told})
        keys = {key for claim in told if (key := issue_key(claim)) is not None}
        self._store.index_items(MATTER, {annotated.document.id: sorted(keys)})

    def regroup(
        self, document: str, freed: Iterable[str], apart: Iterable[tuple[str, str]], former: Iterable[str]
    ) -> set[str]:
        """Work out anew which question each claim of the issues touched answers; the questions that may have changed.

        `freed` are keys of issues that the document left, `apart` pairs of documents that meet or meet no longer since
        it came or went, and `former` the documents that it met before.
        """
        seeds: dict[str, set[str]] = {}
        mine = self._keys_in([document])[document]
        for key in mine:
            seeds.setdefault(key, set()).add(document)
        pairs = sorted(set(apart))
        left = set(freed)
        keys = self._keys_in({name for pair in pairs for name in pair}.union(former if left else ()))
        for one, other in pairs:
            for key in keys[one] & keys[other]:
                seeds.setdefault(key, set()).update((one, other))
        for name in sorted(set(former)) if left else ():
            for key in keys[name]:
                if key_in(key, document) in left:
                    seeds.setdefault(key, set()).add(name)
        return self._members(seeds)

    def answers(self, touched: Iterable[str]) -> tuple[dict[str, Question], set[str]]:
        """Those of these questions that claims of one matter answer, and all claims that bear on any of them."""
        asked = sorted(set(touched))
        loose = _under(self._store.items_with_keys(ASKED, asked)) if asked else {}
        fixed = self._store.first_with_keys(INDEX, sorted(loose), MOST_CLAIMS + 1) if loose else {}
        held = {claim for claims in (*loose.values(), *fixed.values()) for claim in claims}
        self._load(held)
        answered: dict[str, Question] = {}
        for question, claims in sorted(loose.items()):
            base = [self._claims[c] for c in fixed.get(question, ()) if c in self._claims]
            joined = [self._claims[c] for c in claims if c in self._claims]
            if len(base) <= MOST_CLAIMS and len(base) + len(joined) >= SEVERAL:
                found = self._answer(question, base, joined)
                if found is not None:
                    answered[question] = found
        return answered, held

    def of_findings(self, findings: Iterable[Finding], answered: Mapping[str, Question]) -> list[Finding]:
        """The findings between claims of one matter, each with the question that both answer, if any."""
        told = [finding for finding in findings if len(finding.items) == PAIR]
        items = sorted({item for finding in told for item in finding.items})
        joined = {item: keys[0] for item, keys in self._store.keys_of_items(ASKED, items).items() if keys}
        held = self._store.keys_of_items(INDEX, items) if joined else {}
        found = []
        for finding in told:
            one, other = finding.items
            if one in joined or other in joined:
                question = joined.get(one) or joined.get(other)
                within = all(joined.get(i) == question or question in held.get(i, ()) for i in finding.items)
                found.append(msgspec.structs.replace(finding, question=question if within else None))
        wanted = sorted({finding.question for finding in found if finding.question} - answered.keys())
        there = answered.keys() | ({kept.id for kept in self._store.items("question", wanted)} if wanted else set())
        return [f if f.question in there else msgspec.structs.replace(f, question=None) for f in found]

    def _answer(self, question: str, base: Sequence[Claim], joined: Sequence[Claim]) -> Question | None:
        topic = named_topic(base[0]) if base else shared_topic(joined)
        if topic is None:
            return None
        sides = self._context.sides([*base, *joined], lambda _: topic, one_matter=True)
        if not is_asked(sides) or not is_at_issue(sides):
            return None
        if base and topic.role is not None and not topic.located and len(base) < len(joined):
            topic = msgspec.structs.replace(topic, where="")  # who did it is told by few
        shown = worded(topic, [*base, *joined]) or list(base)
        own = {claim.id for claim in base}
        return Question(
            id=question,
            text=clause_of(topic, shown, [claim for claim in shown if claim.id in own]).question,
            claims=tuple(sorted(claim.id for claim in (*base, *joined))),
            positions=positions([reply_of(side) for side in sides], orientation_of(topic, shown)),
        )

    def _members(self, seeds: Mapping[str, set[str]]) -> set[str]:
        issues = components(self._store, seeds) if seeds else []
        several = [i for i in issues if SEVERAL <= len(i.claims) <= MOST_CLAIMS and len(i.documents) <= MOST_DOCUMENTS]
        everyone = sorted({claim for issue in issues for claim in issue.claims})
        before = {claim: keys for claim, keys in self._store.keys_of_items(ASKED, everyone).items() if keys}
        fixed = fixed_among(self._store, sorted({claim for issue in several for claim in issue.claims}))
        self._load(claim for issue in several for claim in issue.claims if claim not in fixed)
        after: dict[str, str] = {}
        for issue in several:
            loose = [self._claims[c] for c in issue.claims if c not in fixed and c in self._claims]
            named = {claim: fixed[claim] for claim in issue.claims if claim in fixed}
            after |= question_of(issue, named, loose, self._earlier) if loose else {}
        changed = {
            claim for claim in {*before, *after} if before.get(claim) != ((after[claim],) if claim in after else ())
        }
        if changed:
            self._store.index_items(ASKED, {c: (after[c],) if c in after else () for c in sorted(changed)})
        return {keys[0] for keys in before.values()} | set(after.values())

    def _earlier(self, document: str) -> tuple[str, str]:
        published = self._context.document(document).published
        return (published.start if published and published.start else "9999", document)

    def _keys_in(self, documents: Iterable[str]) -> dict[str, set[str]]:
        wanted = sorted(set(documents))
        held = self._store.keys_of_items(MATTER, wanted) if wanted else {}
        return {name: set(held.get(name, ())) for name in wanted}

    def _load(self, ids: Iterable[str]) -> None:
        missing = sorted(set(ids) - self._claims.keys())
        for item in self._store.items("claim", missing) if missing else ():
            if isinstance(item, Claim):
                self._claims[item.id] = settled(item)


def met_before(store: Store, document: str, listed: Iterable[str]) -> set[str]:
    """The documents that one met, of those that its list held; ask before it leaves their lists."""
    names = {entry.split(" ", 1)[1] for entry in listed}
    return {name for name, others in met_by(store, names).items() if document in others} | names


def shared_topic(claims: Sequence[Claim]) -> Topic | None:
    """The topic of claims that are one issue: as most of them put it, then the shorter."""
    topics = [topic for claim in claims if (topic := issue_of(claim)) is not None]
    counted = Counter((topic.what, topic.where, topic.role) for topic in topics)
    return min(topics, key=lambda t: (-counted[t.what, t.where, t.role], len(t.what), t.what, t.where), default=None)


def worded(topic: Topic, claims: Iterable[Claim]) -> list[Claim]:
    """Those that put the thing as the topic does; who did it is left out unless most of them say so."""
    kept = [claim for claim in claims if (own := issue_of(claim)) is not None and own.role == topic.role]
    if topic.what and not topic.where:
        doers = Counter(a.key for claim in kept if (a := claim.proposition.argument("agent")) and a.key)
        doer = next((key for key, times in doers.most_common(1) if 2 * times > len(kept)), None)
        kept = [_without_doer(claim, doer) for claim in kept]
    return kept


def _without_doer(claim: Claim, doer: str | None) -> Claim:
    kept = tuple(a for a in claim.proposition.arguments if a.role != "agent" or a.key == doer)
    return msgspec.structs.replace(
        claim, proposition=Proposition(predicate=claim.proposition.predicate, arguments=kept)
    )


def is_asked(sides: Sequence[Side]) -> bool:
    """Whether the question tells anything: two voices, days or answers, and not only one report and its reprints."""
    tellings = {(side.voice, side.said.start if side.said else None, side.sign, side.group) for side in sides}
    return len({(voice, start, sign) for voice, start, sign, _ in tellings}) > 1 and (
        len({group for *_, group in tellings}) > 1
        or len({voice for voice, *_ in tellings}) > 1
        or len({sign for _, _, sign, _ in tellings}) > 1
    )


def are_told(replies: Iterable[Reply]) -> bool:
    """Whether a crowded question tells anything: two voices, days or answers."""
    return len({(reply.voice, reply.said.start if reply.said else None, reply.sign) for reply in replies}) > 1


def is_at_issue(sides: Sequence[Side]) -> bool:
    """Whether what no name fixes is worth asking: answers differ, or speakers of two parties give one."""
    parties = {side.party or side.voice for side in sides if not side.own}
    return len(parties) > 1 or len({(side.sign, side.firm) for side in sides}) > 1


def question_from(
    question: str,
    sides: Sequence[Side],
    claims: Iterable[str],
    *,
    remarks: Sequence[Side] = (),
    replies: Sequence[Reply] | None = None,
) -> Question:
    """A question with each party's answer, those of `remarks` beside it; `replies` are those of a whole crowd."""
    topic, own = sides[0].topic, [side.claim for side in sides]
    given = [reply_of(side) for side in sides] if replies is None else replies
    return Question(
        id=question,
        text=clause_of(topic, own).question,
        claims=tuple(sorted(claims)),
        positions=positions([*given, *map(reply_of, remarks)], orientation_of(topic, own)),
    )


def _under(held: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    under: dict[str, list[str]] = {}
    for claim, keys in held.items():
        for key in keys:
            under.setdefault(key, []).append(claim)
    return under
