"""What one document changes: it is set against what shares a key with it, and what follows is kept.

Everything derived here is a function of the set of documents. Claims fall into scopes that do not
overlap, and the scopes a document touches are judged anew as wholes; quotations and undertakings are
judged pair by pair. So the order of adding never shows, and the cost of adding depends on the sizes
of the scopes touched, not on the size of the record.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from onrecord.comparing.agreement import agreements
from onrecord.comparing.alternations import settled
from onrecord.comparing.asking import Asking, are_told, is_asked, met_before, question_from
from onrecord.comparing.candidates import index_and_pair, moved_up
from onrecord.comparing.contradictions import METHOD as PROPOSITION
from onrecord.comparing.contradictions import contradictions
from onrecord.comparing.crowds import MOST_CLAIMS, crowd_of, disperse
from onrecord.comparing.disagreements import METHOD as DISAGREEMENT
from onrecord.comparing.figures import METHOD as BOUNDS
from onrecord.comparing.figures import MOST_READ, by_key, figure_keys, figure_mismatches
from onrecord.comparing.followups import OUTCOMES, followups, is_outcome
from onrecord.comparing.issues import INDEX as ISSUE_INDEX
from onrecord.comparing.judging import Judging, shipped
from onrecord.comparing.keys import CELL, claim_keys, topic_of
from onrecord.comparing.matters import Matter
from onrecord.comparing.nearest import NEAR, leave_place, partners_of, take_place
from onrecord.comparing.outcome_judging import OutcomeJudging
from onrecord.comparing.outcome_judging import shipped as shipped_outcomes
from onrecord.comparing.pairwise import progress, variance
from onrecord.comparing.progress import commitment_keys, deed_keys, status_change
from onrecord.comparing.quotes import quote_keys
from onrecord.comparing.replies import Reply
from onrecord.comparing.sides import Context, Side, told_once
from onrecord.comparing.sites import MOST as MOST_REMARKS
from onrecord.comparing.sites import hedges, scopes_of_sites
from onrecord.comparing.store import Store
from onrecord.comparing.stories import INDEX as STORY_INDEX
from onrecord.comparing.stories import story_keys
from onrecord.comparing.tally_mismatches import METHOD as TALLIES
from onrecord.comparing.tally_mismatches import beside_counts
from onrecord.model.findings import Finding, FindingKind, Question
from onrecord.model.items import Annotated, Claim, Commitment, Figure, StatusChange

MOST_PUSHED = 64
"""Figures of one document that can push others over the bound of a key."""

NOTHING: Mapping[str, Sequence[str]] = {}

_OF_CLAIMS: frozenset[FindingKind] = frozenset({"contradiction", "shift", "agreement"})
_PROGRESS: frozenset[FindingKind] = frozenset({"progress"})
_MISMATCHED: frozenset[FindingKind] = frozenset({"figure_mismatch"})


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What comparing one document changed: questions answered anew, findings put and findings taken out."""

    document: str
    questions: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


def compare(
    record: Store,
    document: str,
    *,
    questions: Iterable[str] = (),
    freed: Mapping[str, Sequence[str]] = NOTHING,
    reprints: Iterable[str] = (),
    judging: Judging | None = None,
    outcomes: OutcomeJudging | None = None,
) -> Changes:
    """Set a document that was just kept against the record; call it in the transaction that kept it.

    `questions`, `freed` and `reprints` tell what lost something when the document was kept again
    (`Kept.questions` and so on): that is answered anew too. `judging` and `outcomes` ask other models than the
    shipped ones.
    """
    comparison = _Comparison(record, document, judging or shipped(), outcomes)
    return comparison.run(record.annotated(document), questions, freed, reprints)


def reconsider(
    record: Store,
    document: str,
    questions: Iterable[str],
    *,
    freed: Mapping[str, Sequence[str]] = NOTHING,
    reprints: Iterable[str] = (),
    judging: Judging | None = None,
    outcomes: OutcomeJudging | None = None,
) -> Changes:
    """Answer anew what a removed document's items had a part in, as if it had never been there."""
    return _Comparison(record, document, judging or shipped(), outcomes).run(None, questions, freed, reprints)


class _Comparison:
    """One run: what it looked up, put and withdrew."""

    def __init__(self, record: Store, document: str, judging: Judging | None, outcomes: OutcomeJudging | None) -> None:
        self._judging = judging
        self._outcomes = outcomes or shipped_outcomes()
        self._record = record
        self._document = document
        self._context = Context(record)
        self._put: dict[str, Finding] = {}
        self._withdrawn: dict[str, Finding] = {}
        self._answered: dict[str, Question] = {}
        self._unasked: set[str] = set()
        self._thinned: frozenset[str] = frozenset()
        self._asking = Asking(record, self._context)

    def run(
        self,
        annotated: Annotated | None,
        lost: Iterable[str],
        freed: Mapping[str, Sequence[str]],
        reprints: Iterable[str],
    ) -> Changes:
        scopes = {key for key in freed.get("claim", ()) if CELL not in key.split("|", maxsplit=1)[0]}
        self._thinned = frozenset(scopes)
        if annotated is not None:
            scopes |= self._index(annotated)
        former = met_before(self._record, self._document, freed.get(NEAR, ()))
        beside, apart = self._take_places(annotated, freed.get(STORY_INDEX, ()), reprints)
        if annotated is not None:
            self._asking.index(annotated)
        issues = self._asking.regroup(self._document, freed.get(ISSUE_INDEX, ()), apart, former)
        again = {*lost, *issues}
        scopes |= self._scopes_of(again)
        self._unasked.update(again)
        self._judge_claims(scopes)
        self._judge_matters(beside)
        self._ask_of_matters({*issues, *self._answered, *self._unasked})
        self._judge_figures(annotated.figures if annotated else (), freed.get("figure", ()))
        self._judge_quotes(annotated, freed.get("quote", ()))
        self._judge_undertakings(annotated, freed.get("undertaking", ()))
        self._judge_outcomes(annotated, freed)
        return self._settle()

    def _index(self, annotated: Annotated) -> set[str]:
        keys_of = {claim.id: claim_keys(settled(claim)) for claim in annotated.claims}
        self._record.index_items("claim", keys_of)
        return {keys[0] for keys in keys_of.values() if keys}

    def _judge_claims(self, scopes: set[str]) -> None:
        if not scopes:
            return
        under = self._record.first_with_keys("claim", sorted(scopes), MOST_CLAIMS + 1)
        few = [claims for _, claims in sorted(under.items()) if 1 < len(claims) <= MOST_CLAIMS]
        for scope in sorted(self._thinned.intersection(under)):
            if len(under[scope]) <= MOST_CLAIMS:
                disperse(self._record, scope, under[scope])
        crowds = [
            crowd_of(self._record, self._context, scope)
            for scope, claims in sorted(under.items())
            if len(claims) > MOST_CLAIMS
        ]
        held = {claim for claims in few for claim in claims}
        wanted = held.union(*(crowd.sampled for crowd in crowds))
        if not wanted:
            return
        cells = {claim: _cell(keys) for claim, keys in self._record.keys_of_items("claim", held).items()}
        loaded = {c.id: settled(c) for c in self._record.items("claim", sorted(wanted)) if isinstance(c, Claim)}
        found: dict[str, Finding] = {}
        for claims in few:
            members: dict[str, list[str]] = defaultdict(list)
            for claim in claims:
                members[cells[claim].split(CELL, maxsplit=1)[0]].append(claim)
            found |= self._judge_scope([loaded[claim] for claim in claims if claim in loaded], members)
        for crowd in crowds:
            told = [loaded[claim] for claim in crowd.sampled if claim in loaded]
            found |= self._judge_scope(told, crowd.members, crowd.replies)
        self._replace(sorted(wanted.union(*(crowd.before for crowd in crowds))), found, _OF_CLAIMS, PROPOSITION)

    def _judge_scope(
        self,
        claims: Sequence[Claim],
        members: Mapping[str, Sequence[str]],
        replies: Mapping[str, Sequence[Reply]] | None = None,
    ) -> dict[str, Finding]:
        """What the claims of a scope give, and its questions answered; `replies` are those of all claims of a crowd."""
        sides = self._context.sides(claims)
        told = told_once(sides)
        found = [*contradictions(told, self._judging), *agreements(told)]
        own_of: dict[str, list[Side]] = defaultdict(list)
        for side in sides:
            own_of[side.topic.question].append(side)
        asked = {finding.question for finding in found}
        answered: set[str] = set()
        for question, answering in members.items():
            if len(answering) < 2:
                continue
            own = own_of[question]
            given = None if replies is None else replies.get(question, ())
            if own and own[0].topic.within is not None:
                continue  # asked of the whole matter (`asking.py`)
            if own and (question in asked or (is_asked(own) if given is None else are_told(given))):
                self._answered[question] = question_from(
                    question, own, answering, remarks=self._remarks(own), replies=given
                )
                answered.add(question)
            else:
                self._unasked.add(question)
        return {f.id: f if f.question in answered else msgspec.structs.replace(f, question=None) for f in found}

    def _remarks(self, own: Sequence[Side]) -> list[Side]:
        """What is said of works at the place where something is asked to be made."""
        scopes = scopes_of_sites(own[0].topic) if own else ()
        ids = sorted(self._record.items_with_keys("claim", scopes))[:MOST_REMARKS] if scopes else []
        told = [settled(claim) for claim in self._record.items("claim", ids) if isinstance(claim, Claim)] if ids else []
        return hedges(own[0].topic, own, self._context.sides(told)) if told else []

    def _scopes_of(self, questions: Iterable[str]) -> set[str]:
        """The scopes of these questions, of which some claim that names fix is left."""
        asked = sorted(set(questions))
        under = self._record.first_with_keys(ISSUE_INDEX, asked, 1) if asked else {}
        held = sorted({claim for claims in under.values() for claim in claims})
        topics = (
            [topic_of(settled(c)) for c in self._record.items("claim", held) if isinstance(c, Claim)] if held else []
        )
        return {topic.scope for topic in topics if topic is not None}

    def _ask_of_matters(self, touched: set[str]) -> None:
        """Answer the questions that claims of one matter share, and give what was found between them its question."""
        answered, held = self._asking.answers(touched)
        self._answered |= answered
        told = {f.id: f for f in self._record.findings_on(sorted(held))} if held else {}
        stored = told | {
            f.id: f for f in self._record.findings_on(sorted({i for f in self._put.values() for i in f.items}))
        }
        told = {key: f for key, f in (told | self._put).items() if key in self._put or key not in self._withdrawn}
        for finding in self._asking.of_findings((f for f in told.values() if f.kind in _OF_CLAIMS), self._answered):
            if finding != stored.get(finding.id) or finding.id in self._withdrawn:
                self._put[finding.id] = finding
            else:
                self._put.pop(finding.id, None)

    def _take_places(
        self, annotated: Annotated | None, freed: Sequence[str], reprints: Iterable[str]
    ) -> tuple[dict[str, tuple[str, ...]], list[tuple[str, str]]]:
        """Whom the document meets, and who has to be set against whom anew; the pairs that meet since, or no longer."""
        closer = leave_place(self._record, self._document, freed) if freed else ()
        beside: dict[str, tuple[str, ...]] = {}
        apart = list(closer)
        if annotated is not None:
            met = take_place(self._record, self._document, story_keys(annotated))
            self._withdraw_parted(met.parted)
            apart += met.parted
            beside[self._document] = met.partners
        for other in (name for name in sorted(set(reprints)) if name > self._document):
            beside[other] = partners_of(self._record, other)
        for one, other in closer:
            if beside.keys().isdisjoint((one, other)) and other in (partners := partners_of(self._record, one)):
                beside[one] = partners
        return beside, apart

    def _judge_matters(self, beside: Mapping[str, Sequence[str]]) -> None:
        """Set each of these documents against itself and those beside it."""
        if self._judging is None:
            return
        for document, partners in beside.items():
            matter = Matter(self._record, self._context, document, partners)
            counted, again = matter.tally_mismatches()
            held = again.union(figure.id for figure in self._record.items_of("figure", [document]))
            self._replace(sorted(held), counted, _MISMATCHED, TALLIES)
            found, again = matter.findings(self._judging)
            held = again.union(claim.id for claim in self._record.items_of("claim", [document]))
            self._replace(sorted(held), beside_counts(found, counted), _OF_CLAIMS, DISAGREEMENT)

    def _withdraw_parted(self, parted: Iterable[tuple[str, str]]) -> None:
        """Take out what pairs of documents gave that meet no longer, since each has others more alike."""
        pairs = {frozenset(pair) for pair in parted}
        names = sorted({one for one, _ in parted})
        items = [item.id for kind in ("claim", "figure") for item in self._record.items_of(kind, names)]
        for old in self._record.findings_on(items) if pairs else ():
            documents = frozenset(evidence.document for evidence in old.evidence)
            if old.method in {DISAGREEMENT, TALLIES} and documents in pairs:
                self._withdrawn[old.id] = old

    def _judge_figures(self, figures: Iterable[Figure], freed: Iterable[str]) -> None:
        keys_of = {figure.id: figure_keys(figure) for figure in figures}
        self._record.index_items("figure", keys_of)
        keys = sorted({key for keys in keys_of.values() for key in keys}.union(freed))
        if not keys:
            return
        under = self._record.first_with_keys("figure", keys, MOST_READ + MOST_PUSHED)
        ids = sorted({item for items in under.values() for item in items})
        within = sorted({item for items in under.values() for item in items[:MOST_READ]})
        read = [item for item in self._record.items("figure", within) if isinstance(item, Figure)]
        self._context.load(figure.document for figure in read)
        found = {
            finding.id: finding
            for group in by_key(read).values()
            for finding in figure_mismatches(group, self._context.document)
        }
        self._replace(ids, found, _MISMATCHED, BOUNDS)

    def _judge_quotes(self, annotated: Annotated | None, freed: Iterable[str]) -> None:
        keys_of = moved_up(self._record, "quote", freed)
        if annotated is not None:
            text = annotated.document.text
            keys_of |= {statement.id: quote_keys(statement, text) for statement in annotated.statements}
        self._judge_pairs("quote", keys_of, "statement", variance, "quote_variance")

    def _judge_undertakings(self, annotated: Annotated | None, freed: Iterable[str]) -> None:
        keys_of = moved_up(self._record, "undertaking", freed)
        if annotated is not None:
            keys_of |= {commitment.id: commitment_keys(commitment) for commitment in annotated.commitments}
            keys_of |= {claim.id: deed_keys(claim) for claim in annotated.claims}
        self._judge_pairs("undertaking", keys_of, "commitment claim", progress, "progress")

    def _judge_outcomes(self, annotated: Annotated | None, freed: Mapping[str, Sequence[str]]) -> None:
        found, items = followups(self._record, self._context, annotated, freed, self._outcomes)
        self._replace(items, found, _PROGRESS, OUTCOMES)

    def _judge_pairs(
        self,
        index: str,
        keys_of: dict[str, tuple[str, ...]],
        kinds: str,
        judge: Callable[[object, object, Context], Finding | None],
        kind: FindingKind,
    ) -> None:
        pairs = index_and_pair(self._record, index, keys_of)
        wanted = sorted({*pairs, *(other for others in pairs.values() for other in others)})
        if not any(pairs.values()):
            self._replace(sorted(pairs), {}, frozenset({kind}))
            return
        items = {item.id: item for sort in kinds.split() for item in self._record.items(sort, wanted)}
        self._context.load(getattr(item, "document", self._document) for item in items.values())
        found: dict[str, Finding] = {}
        for one, others in sorted(pairs.items()):
            for other in sorted(others):
                if (one < other or other not in pairs) and one in items and other in items:
                    finding = judge(items[one], items[other], self._context)
                    if finding is not None:
                        found[finding.id] = finding
        self._replace(sorted(pairs), found, frozenset({kind}))

    def _replace(
        self, items: Sequence[str], found: dict[str, Finding], kinds: frozenset[FindingKind], method: str | None = None
    ) -> None:
        """Put what was found on these items, and withdraw what `method` found on them and did not find again."""
        if not items:
            return
        unchanged: set[str] = set()
        for old in self._record.findings_on(items):
            if old.kind not in kinds or method not in {None, OUTCOMES, old.method}:
                continue
            if is_outcome(old) != (method == OUTCOMES):
                continue
            if old.id not in found:
                self._withdrawn[old.id] = old
            elif old == found[old.id] and old.id not in self._withdrawn:
                unchanged.add(old.id)
        self._put |= {key: finding for key, finding in found.items() if key not in unchanged}

    def _settle(self) -> Changes:
        if self._withdrawn:
            self._record.drop_findings(sorted(self._withdrawn))
        gone = sorted(self._unasked - self._answered.keys())
        if gone:
            self._record.drop_questions(gone)
        if self._answered:
            self._record.put_questions([question for _, question in sorted(self._answered.items())])
        if self._put:
            self._record.put_findings([finding for _, finding in sorted(self._put.items())])
        self._tell_progress()
        return Changes(
            document=self._document,
            questions=tuple(sorted(self._answered)),
            findings=tuple(sorted(self._put)),
            withdrawn=tuple(sorted(self._withdrawn)),
        )

    def _tell_progress(self) -> None:
        """Write into commitments' histories what each document touched tells of them."""
        changed = (*self._put.values(), *self._withdrawn.values())
        for name in sorted({f.evidence[1].document for f in changed if f.kind == "progress"}):
            document = self._context.document(name)
            annotated = self._record.annotated(name)
            items = [*(claim.id for claim in annotated.claims), *(c.id for c in annotated.commitments)]
            telling = [f for f in self._record.findings_on(items) if f.kind == "progress" and f.items[1] in set(items)]
            kept = self._record.items("commitment", sorted({f.items[0] for f in telling}))
            promised = {item.id: item for item in kept if isinstance(item, Commitment)}
            steps: dict[str, list[StatusChange]] = defaultdict(list)
            for finding in telling:
                commitment = promised.get(finding.items[0])
                step = status_change(finding, commitment, document) if commitment is not None else None
                if step is not None and step not in steps[finding.items[0]]:
                    steps[finding.items[0]].append(step)
            self._record.put_progress(name, steps)


def _cell(keys: Iterable[str]) -> str:
    return next(key for key in keys if CELL in key.split("|", maxsplit=1)[0])
