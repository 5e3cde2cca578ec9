"""What a record remembers is what it would answer now, whoever writes; on both databases."""

import threading
from unittest.mock import ANY

import pytest

from onrecord.model.errors import Failure
from onrecord.record import Record
from onrecord.record.failing import failures

FIRST, SECOND = (Failure(uri=name, code="E103", reason="empty") for name in "ab")


@pytest.fixture
def remembering(location):
    with Record.open(location, remembers=True) as record:
        yield record


@pytest.fixture
def asked(remembering, database):
    """Ask the record, counting how often it looks; on a server others make it look again, so any count will do."""
    counted = []

    def look(connection):
        counted.append(1)
        return failures(connection)

    return lambda: (remembering.look(look), len(counted) if database == "sqlite" else ANY)


def test_an_answer_is_kept_until_somebody_writes(remembering, asked, location):
    assert asked() == ([], 1)
    assert asked() == ([], 1)
    remembering.note_failure(FIRST)
    assert asked() == ([FIRST], 2)
    with Record.open(location) as other:
        other.note_failure(SECOND)
    assert asked() == ([FIRST, SECOND], 3)
    assert asked() == ([FIRST, SECOND], 3)


def test_what_is_not_committed_is_seen_by_its_writer_alone_and_not_kept(remembering, asked):
    assert asked()[0] == []
    with remembering.transaction():
        remembering.note_failure(FIRST)
        assert asked()[0] == [FIRST]
        elsewhere = []
        thread = threading.Thread(target=lambda: elsewhere.append(asked()[0]))
        thread.start()
        thread.join()
        assert elsewhere == [[]]
    assert asked()[0] == [FIRST]


def test_an_answer_of_an_earlier_moment_does_not_outlive_it(remembering, asked, location):
    with remembering.snapshot():
        assert asked()[0] == []
        with Record.open(location) as other:
            other.note_failure(FIRST)
        assert asked()[0] == []
    assert asked()[0] == [FIRST]
    with remembering.snapshot():
        assert asked()[0] == [FIRST]


def test_answers_are_the_caller_s_own(remembering, asked):
    remembering.note_failure(FIRST)
    asked()[0].clear()
    assert asked() == ([FIRST], 1)


def test_what_cannot_be_looked_up_is_asked_each_time(remembering):
    assert remembering.look(lambda connection, ids: len(ids), ["a"]) == 1


def test_many_may_ask_at_once(remembering, asked, database):
    threads = [threading.Thread(target=asked) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answer, looked = asked()
    assert answer == []
    assert database != "sqlite" or looked <= 2
