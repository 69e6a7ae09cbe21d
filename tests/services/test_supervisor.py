"""The supervisor keeps its children alive, and never leaves one behind."""

import os
import re
import signal

from tests.services.conditions import eventually, processes_of

HOUSEHOLD = ("-m", "tests.services.households")


def children_of(started) -> list[int]:
    return [pid for pid in processes_of(started.folder) if pid != started.process.pid]


def test_a_dead_child_is_started_again(start):
    home = start(*HOUSEHOLD, "sleeper")
    home.says("asleep")
    (first,) = children_of(home)

    os.kill(first, signal.SIGKILL)

    home.says("ended (SIGKILL), starting it again")
    second = eventually(lambda: set(children_of(home)) - {first}, within=10, what="another child lives")
    assert len(second) == 1


def test_a_child_that_keeps_dying_ends_everything_with_its_last_words(start):
    home = start(*HOUSEHOLD, "hatless")

    assert home.ends() == 1
    assert "hatless stopped 4 times in a row, giving up.\n    I cannot find my hat" in home.output
    assert "Traceback" not in home.output


def test_a_child_that_is_never_ready_is_said_in_one_line(start):
    home = start(*HOUSEHOLD, "never-ready")

    assert home.ends() == 1
    assert "grenstaal: dreamer was not ready after 0 seconds" in home.output
    assert not children_of(home)


def test_children_are_stopped_in_reverse_order(start):
    home = start(*HOUSEHOLD, "ordered")
    eventually(lambda: home.output.count("asleep") == 3, within=30, what="all three are up")

    home.send(signal.SIGTERM)

    assert home.ends() == 0
    assert re.findall(r"(\w+) +\| goodbye", home.output) == ["third", "second", "first"]


def test_the_first_ctrl_c_waits_for_running_work_and_the_second_does_not(start):
    home = start(*HOUSEHOLD, "stubborn")
    home.says("asleep")

    home.send(signal.SIGINT)
    home.says("finishing my page")
    assert not home.has_ended

    home.send(signal.SIGINT)
    assert home.ends(within=10) == 0
    assert not children_of(home)


def test_a_killed_supervisor_takes_its_children_with_it(start):
    home = start(*HOUSEHOLD, "sleeper")
    home.says("asleep")
    assert children_of(home)

    home.send(signal.SIGKILL)

    eventually(lambda: not processes_of(home.folder), within=10, what="nobody is left")


def test_even_where_a_script_started_it_in_the_background(start):
    """A shell without a terminal lets what it starts with `&` ignore SIGQUIT, and whatever that starts."""
    before = signal.signal(signal.SIGQUIT, signal.SIG_IGN)
    try:
        home = start(*HOUSEHOLD, "light-sleeper")
    finally:
        signal.signal(signal.SIGQUIT, before)
    home.says("asleep")
    home.send(signal.SIGKILL)
    eventually(lambda: not processes_of(home.folder), within=10, what="nobody is left")
