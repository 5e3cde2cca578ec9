"""What is derived is a function of the set of documents: neither order nor repetition shows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing import compare, reconsider
from onrecord.model.items import Annotated, Statement
from onrecord.model.spans import Span

PLACES = ("Velmark", "Sorania")
THEMES = ("mercury", "raw mercury", "lead")
PEOPLE = (("Ana Ruiz", "Velmark"), ("Ana Ruiz Soler", "Velmark"), ("Ilse Maran", "Sorania"), (None, None))
DAYS = ("2023-02-13", "2025-02-13", "2025-06-01", None)

claims = st.builds(
    dict,
    place=st.sampled_from(PLACES),
    theme=st.sampled_from(THEMES),
    person=st.sampled_from(PEOPLE),
    no=st.booleans(),
    modality=st.sampled_from(("asserted", "asserted", "possible", "planned")),
    presupposed=st.booleans(),
)
documents = st.lists(
    st.tuples(st.lists(claims, min_size=1, max_size=3), st.sampled_from(DAYS), st.sampled_from(("A", "B", None))),
    min_size=2,
    max_size=6,
)


def build(drawn, says, doc):
    made = []
    for number, (told, day, outlet) in enumerate(drawn):
        parts = [
            says(
                f"{c['theme']} is {'not ' if c['no'] else ''}produced in {c['place']}.",
                "produce",
                no=c["no"],
                modality=c["modality"],
                presupposed=c["presupposed"],
                by=c["person"][0],
                party=c["person"][1],
                theme=c["theme"],
                place=c["place"],
            )
            for c in told
        ]
        made.append(doc(f"d{number}", *parts, published=day, outlet=outlet))
    return made


def added(memory, made, duplicates=()):
    record = memory(duplicates)
    for annotated in made:
        record.keep(annotated)
        compare(record, annotated.document.id)
    return record


def quoted(doc, text, number=0, **more):
    """A document that is one quotation."""
    from onrecord.model.items import Speaker

    base = doc(f"q{number} {text}", **more)
    span = Span(0, len(text))
    statement = Statement(
        id=f"statement-{number}",
        document=base.document.id,
        content=(span,),
        manner="direct",
        speaker=Speaker(name="Eva Holt"),
    )
    import msgspec

    document = msgspec.structs.replace(base.document, text=text)
    return Annotated(document=document, version="test/1", statements=(statement,))


def test_order_never_shows(memory, says, doc):
    @settings(max_examples=40, deadline=None)
    @given(documents, st.randoms(use_true_random=False), st.booleans())
    def holds(drawn, random, linked):
        made = build(drawn, says, doc)
        links = [(made[0].document.id, made[1].document.id)] if linked else []
        shuffled = made[:]
        random.shuffle(shuffled)
        assert added(memory, made, links).derived == added(memory, shuffled + shuffled[:1], links).derived

    holds()


def test_order_never_shows_in_a_crowd_of_quotations(memory, doc):
    words = "the dam will hold this winter and every winter after it"
    texts = [words.replace("winter after", f"winter{number} after") for number in range(70)]
    made = [quoted(doc, text, number) for number, text in enumerate(texts)]
    assert added(memory, made).derived == added(memory, made[::-1]).derived
    assert added(memory, made).findings


def test_adding_twice_changes_nothing(memory, says, doc):
    mercury = {"theme": "mercury", "place": "Velmark"}
    one = doc("a", says("Mercury is produced in Velmark.", "produce", by="Ilse Maran", party="Sorania", **mercury))
    two = doc("b", says("Velmark makes no mercury.", "produce", no=True, by="Eva Holt", party="Velmark", **mercury))
    record = added(memory, [one, two])
    assert record.findings
    again = compare(record, two.document.id)
    assert again.findings == again.withdrawn == ()


def test_a_removed_document_leaves_what_the_others_alone_would_give(memory, says, doc):
    mercury = {"theme": "mercury", "place": "Velmark"}
    claims = [
        says("Mercury is produced in Velmark.", "produce", by="Ilse Maran", party="Sorania", **mercury),
        says("Velmark makes no mercury.", "produce", no=True, by="Eva Holt", party="Velmark", **mercury),
        says("Velmark does not make mercury.", "produce", no=True, by="Eva Holt", party="Velmark", **mercury),
    ]
    made = [doc(f"d{n}", claim) for n, claim in enumerate(claims)]
    for gone in made:
        record = added(memory, made)
        held = {claim.id for claim in gone.claims}
        del record.kept[gone.document.id]
        for posted in record.postings.values():
            for item in held:
                posted.pop(item, None)
        record.drop_findings([f.id for f in record.findings_on(held)])
        reconsider(record, gone.document.id, list(record.questions))
        assert record.derived == added(memory, [d for d in made if d is not gone]).derived


def test_findings_point_to_questions_that_are_there(memory, says, doc):
    @settings(max_examples=20, deadline=None)
    @given(documents)
    def holds(drawn):
        record = added(memory, build(drawn, says, doc))
        for finding in record.findings.values():
            assert finding.question is None or finding.question in record.questions

    holds()
