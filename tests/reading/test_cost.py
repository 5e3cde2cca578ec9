"""Reading is linear: junk costs in proportion to its size, and a report of 700 words costs milliseconds."""

import time
from contextlib import suppress

import pytest

from onrecord.model.errors import ReadingError
from onrecord.reading import read

BASE = "the of and to that is was for with said on by from have are has he they this be at "
JUNK = {
    "one line": BASE,
    "short lines": "The end of it\n",
    "open brackets": "(RELATED: the of ",
    "dates": "May 7, 2024 the of and to ",
    "names": "told Ann Bo Cy Di Ed the of and to ",
    "unanswered": "did not respond to to to the of and ",
    "floors": "over to you [the of] and to ",
    "marks": "e\u0301\u200d👩\u200d🚀 the of and to ",
    "credits": "Photo by Ann Lee / the of and to ",
    "embargo": "embargoed until the of this call is on background ",
}


@pytest.mark.parametrize("name", JUNK)
def test_cost_grows_with_size_and_no_faster(name):
    def cost(size):
        data = (
            "MODERATOR: hello\nQ    why?\nMODERATOR: " + JUNK[name] * (size // len(JUNK[name])) + "\n\n" + BASE * 50
        ).encode()
        best = float("inf")
        for _ in range(2):
            started = time.process_time()
            with suppress(ReadingError):
                read(data)
            best = min(best, time.process_time() - started)
        return best

    cost(2_000)
    assert cost(160_000) < 12 * max(
        cost(40_000), 0.02
    )  # four times the size; quadratic would be sixteen times the cost


def test_a_report_of_700_words_is_cheap():
    paragraph = (
        "The ministry of works denied on Tuesday that it is building a second dam, and the premier said that so. "
    )
    data = "\n\n".join(["Dam Denied by Ministry", *([paragraph * 2 + str(n) for n in range(17)])]).encode()
    read(data)
    started = time.process_time()
    for _ in range(10):
        read(data)
    assert (time.process_time() - started) / 10 < 0.03  # measured 4 ms; the bound leaves room for slow machines
