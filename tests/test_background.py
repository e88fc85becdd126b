"""A long computation beside the page: it tells how far it is, gives its result once, and can be given up."""

from threading import Event

import pytest

from views.background import Job, forget_all


def test_a_job_gives_its_result():
    assert Job(lambda _: 42).wait(5) == 42


def test_a_job_tells_how_far_it_is_while_it_runs():
    noted, go_on = Event(), Event()

    def compute(progress):
        progress(3, 4)
        noted.set()
        go_on.wait(5)
        return "done"

    job = Job(compute)
    noted.wait(5)

    assert job.wait(0) is None
    assert (job.done, job.of, job.share) == (3, 4, 0.75)
    go_on.set()
    assert job.wait(5) == "done"


def test_a_fault_is_raised_where_somebody_waits():
    def fail(_):
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        Job(fail).wait(5)


def test_a_job_nobody_waits_for_ends_at_its_next_step():
    go_on, steps = Event(), []

    def compute(progress):
        go_on.wait(5)
        for step in range(1000):
            progress(step, 1000)
            steps.append(step)

    job = Job(compute)
    job.stop()
    go_on.set()
    assert job.stopped

    assert job.wait(5) is None
    assert steps == []


def test_nothing_is_done_before_the_first_step():
    go_on = Event()
    job = Job(lambda _: go_on.wait(5))

    assert job.share == 0.0
    go_on.set()
    job.wait(5)


def test_once_something_was_erased_no_computation_runs_and_no_result_is_held():
    running, ready = Event(), Event()

    def compute(progress):
        running.set()
        while True:
            progress(0, 1)
            ready.wait(0.01)

    finished, unfinished = Job(lambda _: "Frau Beispiel"), Job(compute)
    assert finished.wait(5) == "Frau Beispiel"
    running.wait(5)

    forget_all()

    assert finished.wait(0) is None
    assert unfinished.wait(0) is None
    assert not unfinished._thread.is_alive()
