"""Lists in varied forms: numbered inside a sentence, lines taken for headings, items with their own subject."""

import msgspec

from onrecord.annotating.commitments import find_commitments
from onrecord.language.parsing import Analysis, ParsedBlock


def test_items_numbered_in_a_sentence(undertaken):
    text = "The ministry agreed (1) to raise wages by May 2020, (2) to set up a board, and (3) to reopen the shafts."
    found = undertaken(text)
    assert [(c.action, c.parties) for c in found] == [
        ("raise wages by May 2020", ("ministry",)), ("set up a board", ("ministry",)),
        ("reopen the shafts", ("ministry",)),
    ]  # fmt: skip
    assert found[0].deadline.end == "2020-06-01"


def test_three_things_after_a_colon(undertaken):
    text = "The ministry pledged three things: to repair the shafts; to pay for the clinic; and to publish the report."
    found = undertaken(text)
    assert [c.action for c in found] == ["repair the shafts", "pay for the clinic", "publish the report"]


def test_items_taken_for_headings_and_items_with_a_subject(undertaken):
    text = "\n\n".join(
        [
            "The ministry decided on the following measures:",
            "1. build a footbridge",
            "2. The council will lend two boats",
        ]
    )

    def listed(analysis, entities, statements):
        blocks = [
            ParsedBlock(one.index, msgspec.structs.replace(one.block, kind="heading"), one.offset, one.doc)
            if number
            else one
            for number, one in enumerate(analysis.blocks)
        ]
        return find_commitments(Analysis(analysis.document, tuple(blocks), analysis.encoded), entities, statements)

    found = undertaken(text, listed)
    assert [(c.parties, c.action) for c in found] == [
        (("ministry",), "build a footbridge"), (("council",), "lend two boats"),
    ]  # fmt: skip
