"""What a clause tells of a promise that it names: kept, not kept, or nothing."""

import pytest

from onrecord.comparing.kept import kept


@pytest.mark.parametrize(
    ("text", "denied", "action", "done"),
    [
        ("The promise to lend two boats by May 2 was not kept", True, "lend two boats by May 2", False),
        ("The pledge to dredge the strait has been fulfilled", False, "dredge the strait", True),
        ("The vow to dredge the strait was broken", False, "dredge the strait", False),
        ("Norland kept its promise to open the port", False, "open the port", True),
        ("Norland never made good on its pledge to open the port", False, "open the port", False),
        ("Norland broke its promise to open the port", False, "open the port", False),
        ("Norland failed to keep its promise to open the port", False, "open the port", False),
        ("The two boats that Norland promised to lend by May have not arrived", True, "lend two boats by May", False),
        ("The boats it had pledged to lend were delivered", False, "lend boats", True),
        ("The pool was meant to reopen on May 2", False, "reopen pool on May 2", False),
        ("The works were supposed to have been finished by May", False, "finished works by May", False),
        ("A school the Harbour Fund agreed to build has been opened", False, "build school", True),
    ],
)  # fmt: skip
def test_a_promise_named_is_kept_or_not(text, denied, action, done):
    assert kept(text, denied=denied) == (action, done)


@pytest.mark.parametrize(
    "text",
    [
        "Norland opened the port",
        "Norland made a promise to open the port",
        "The promise to open the port was popular",
        "The boats that Norland promised to lend were old",
        "The boats that Norland lent were delivered",
        "Norland promised to open the port that Sudmark had closed",
    ],
)
def test_what_tells_nothing_of_a_promise(text):
    assert kept(text, denied=False) is None
