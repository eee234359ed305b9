"""One entry of the journal."""

from __future__ import annotations

from typing import Any

from paqbridge.calls.message import full_event_of
from paqbridge.explain.entry import fill, line, open_entry, refusal, remark
from paqbridge.types.explain import Entry


def entry(kind: Any = "track", **message: Any) -> Entry:
    """Return the entry of a call."""
    return open_entry(full_event_of(kind, message))


def test_a_remark() -> None:
    """What stands before the colon is what it is about; without one that is the call."""
    one = entry()
    remark(one, "value: expected a number: really", "x")
    remark(one, "the user id looks like an e-mail address", "a@b.test")
    remark(one, ": odd", None)
    assert one["notes"] == [
        {"what": "value", "why": "expected a number: really", "received": '"x"'},
        {
            "what": "track",
            "why": "the user id looks like an e-mail address",
            "received": '"a@b.test"',
        },
        {"what": "track", "why": ": odd", "received": "nothing"},
    ]


def test_a_refusal() -> None:
    """The last note is the reason, with what was received, and no note any more."""
    one = entry()
    for said, received in (("a: first", 1), ("b: second", None), ("c: third", "x")):
        remark(one, said, received)
    assert [refusal(one) for _ in range(4)] == [
        'third, received "x"',
        "second",
        "first, received 1",
        "it says nothing to Matomo",
    ]


def test_commands_are_copies() -> None:
    """A tracker that is live takes its own apart."""
    one = entry()
    command: list[Any] = ["trackPageView"]
    fill(one, [command], [], "")
    command.clear()
    assert one["commands"] == [["trackPageView"]]


def test_a_line() -> None:
    """All of an entry that a console has room for."""
    one = entry("track", event="Paid")
    one["place"] = ["not sent", "why"]
    assert line(one) == 'track "Paid" not sent (why)'
    nameless = entry("page")
    nameless["place"] = ["sent", ""]
    fill(nameless, [["trackPageView"]], [{"text": "title: no", "received": 1}], "")
    assert line(nameless) == "page sent: trackPageView; title: no, received 1"
