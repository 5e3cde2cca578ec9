"""What a job's row says in every turn its life can take, on both databases."""

from datetime import timedelta

import pytest

from onrecord.model.errors import Failure, UsageError
from onrecord.record import jobs
from onrecord.record.jobs import Progress, Request

ASKED = Request(title="three files", by="Ana", sources=("a.txt", "b.txt", "c.txt"))


def test_a_job_is_asked_for_taken_and_done(record):
    asked = record.jobs.put(ASKED)
    assert asked.state == "waiting"
    taken = record.jobs.take()
    assert (taken.id, taken.state, taken.request) == (asked.id, "running", ASKED)
    assert record.jobs.beat(asked.id, Progress(added=1, expected=3, seconds=1.0))
    assert record.jobs.get(asked.id).progress.done == 1
    record.jobs.end(asked.id, "done", Progress(added=3, expected=3, seconds=3.0))
    ended = record.jobs.get(asked.id)
    assert ended.is_over
    assert (ended.progress.rate, ended.progress.left) == (1.0, 0.0)


def test_one_job_runs_at_a_time_in_the_order_asked(record):
    first, second = record.jobs.put(ASKED), record.jobs.put(ASKED)
    assert record.jobs.take().id == first.id
    assert record.jobs.take() is None
    record.jobs.end(first.id, "done")
    assert record.jobs.take().id == second.id
    assert [job.id for job in record.jobs.all()] == [second.id, first.id]


def test_a_job_asked_to_stop_is_told_at_its_next_beat_and_can_go_on(record):
    job = record.jobs.put(ASKED)
    record.jobs.take()
    assert record.jobs.stop(job.id).state == "stopping"
    assert not record.jobs.beat(job.id, Progress(added=1))
    record.jobs.end(job.id, "stopped")
    assert record.jobs.take() is None
    assert record.jobs.resume(job.id).state == "waiting"
    assert record.jobs.take().progress.added == 1


def test_a_waiting_job_stops_at_once(record):
    job = record.jobs.put(ASKED)
    assert record.jobs.stop(job.id).state == "stopped"
    assert record.jobs.take() is None


@pytest.mark.parametrize(("asked_to_stop", "after"), [(False, "running"), (True, "stopped")])
def test_a_job_whose_process_died_is_taken_up_again_unless_it_was_to_stop(record, monkeypatch, asked_to_stop, after):
    job = record.jobs.put(ASKED)
    record.jobs.take()
    if asked_to_stop:
        record.jobs.stop(job.id)
    monkeypatch.setattr(jobs, "DEAD_AFTER", timedelta(seconds=-60))
    assert record.jobs.get(job.id).state == "interrupted"
    record.jobs.take()
    monkeypatch.undo()
    assert record.jobs.get(job.id).state == after


def test_what_was_refused_at_the_door_is_listed_as_failed(record):
    refused = Failure(uri="a.exe", code="E107", reason="no text", remedy="Give text.")
    job = record.jobs.put(Request(title="one file", by="Ana", sources=(), refused=(refused,)))
    assert job.progress.failed == 1
    assert record.jobs.get(job.id).progress.failures == (refused,)


def test_an_unknown_job(record):
    with pytest.raises(UsageError) as caught:
        record.jobs.get("job-nowhere")
    assert caught.value.code == "E536"
