"""Ties of who acts on whom: told together, around a name, and in chains."""

from onrecord.comparing.network import around, chains, network
from onrecord.model.identity import fold
from onrecord.model.items import Entity, Holder, Relation
from onrecord.model.spans import Span
from onrecord.model.times import Interval


def relation(number, subject, predicate, thing, *, document="document-1", polarity="affirmed", holder=None, year=None):
    when = Interval(start=f"{year}-01-01", end=f"{year + 1}-01-01", precision="year", text=str(year)) if year else None
    return Relation(
        id=f"relation-{number}", document=document, spans=(Span(number, number + 1),), subject=subject,
        predicate=predicate, object=thing, polarity=polarity, holder=Holder(name=holder), when=when, score=0.5,
    )  # fmt: skip


TOLD = [
    relation(1, "mills", "supply", "brokers", holder="Ann Lee", year=2019),
    relation(2, "Mills", "supply", "brokers", document="document-2", year=2021),
    relation(3, "brokers", "ship", "Harbour Board"),
    relation(4, "Harbour Board", "meet", "Ann Lee"),
    relation(5, "mills", "supply", "brokers", polarity="negated"),
]


def named(whole, tie):
    names = {node.id: node.name for node in whole.nodes}
    return names[tie.subject], tie.predicate, names[tie.object], tie.polarity


def test_what_two_documents_say_is_one_tie_with_both_their_words():
    whole = network(TOLD, {})
    (tie,) = [t for t in whole.ties if t.predicate == "supply" and t.polarity == "affirmed"]
    assert tie.relations == ("relation-1", "relation-2")
    assert {evidence.document for evidence in tie.evidence} == {"document-1", "document-2"}
    assert (tie.since, tie.until) == ("2019-01-01", "2021-12-31")
    assert tie.holders == ("Ann Lee", "the report itself")
    assert tie.score == 0.75
    assert [t.polarity for t in whole.ties if t.predicate == "supply"].count("negated") == 1


def test_entities_give_nodes_their_name():
    lee = Entity(id="entity-1", kind="person", name="Ann Marie Lee", aliases=("Ann Lee",), party="Norland")
    whole = network(TOLD, {fold("Ann Lee"): lee})
    (node,) = [n for n in whole.nodes if n.entity == "entity-1"]
    assert (node.name, node.kind, node.party) == ("Ann Marie Lee", "person", "Norland")


def test_around_a_name_in_steps():
    whole = network(TOLD, {})
    near = around(whole, "Ann Lee")
    assert {n.name for n in near.nodes} == {"Ann Lee", "Harbour Board"}
    assert {n.name.lower() for n in around(whole, "ann lee", steps=3).nodes} == {
        "ann lee", "harbour board", "brokers", "mills"}  # fmt: skip
    assert around(whole, "nobody").nodes == ()


def test_chains_follow_what_passes_on_and_end():
    whole = network(TOLD, {})
    (chain,) = chains(whole)
    assert [named(whole, tie)[0].lower() for tie in chain] == ["mills", "brokers"]
    assert named(whole, chain[-1])[2] == "Harbour Board"


def test_a_ring_makes_a_chain_that_ends():
    ring = network(
        [relation(1, "a1", "sell", "b1"), relation(2, "b1", "sell", "c1"), relation(3, "c1", "sell", "a1")], {}
    )
    assert all(len(chain) <= 2 for chain in chains(ring))


def test_a_crowd_of_ties_is_cut_short():
    crowd = [relation(i * 40 + j, f"n{i}", "sell", f"n{j}") for i in range(40) for j in range(40) if i != j]
    assert len(chains(network(crowd, {}))) <= 200
