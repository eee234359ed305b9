"""What could not be sent: kept where a page asks for it, sent once more, dropped at a refusal."""

from __future__ import annotations

import re
from typing import Any

import pytest

from paqbridge.tracker.step import step
from paqbridge.tracker.unsent import LIMIT
from tests.tracker.own.heart import Heart
from tests.tracker.own.test_step import heart


def lose(one: Heart, count: int = 1) -> list[str]:
    """Say that the hits so far could not be sent; return their requests."""
    requests = [request for hit in one.hits for request in hit["requests"]][-count:]
    one.hits.clear()
    one.run(["$unsent", requests])
    return [request["text"] for request in requests]


def sent(one: Heart) -> list[str]:
    """The requests that have left."""
    return [request["text"] for hit in one.hits for request in hit["requests"]]


def test_without_the_setting_nothing_is_kept() -> None:
    """It is off unless a page asks for it."""
    one = heart(["trackPageView"])
    lose(one)
    assert one.state["unsent"] == []
    assert one.state["answer"] == []


def test_it_is_sent_once_more() -> None:
    """What is kept leaves as it was, with how long ago that is, ahead of what waits; once."""
    one = heart(["setOfflineQueue", 5], ["trackPageView"])
    (view,) = lose(one)
    one.wait(90_000)
    one.run(["trackEvent", "C", "A"])
    one.run(["$online"])
    first, second = sent(one)
    assert (first, "e_c=C" in second) == (view + "&cdo=90", True)
    again = one.hits[-1]["requests"]
    one.hits.clear()
    one.run(["$unsent", [again[0]]])
    assert one.state["answer"] == [again[0]]
    one.run(["$online"])
    assert one.hits == []


@pytest.mark.parametrize(("most", "kept"), [(2, "34"), (2.9, "34"), (0, ""), (9, "01234")])
def test_it_is_bounded(most: float, kept: str) -> None:
    """The latest are kept."""
    one = heart(["setOfflineQueue", most])
    for number in range(5):
        one.run(["trackEvent", "C", "A", str(number)])
    one.run(["$left"])
    lose(one, 5)
    one.run(["$online"])
    assert re.findall(r"&e_n=(\d)", " ".join(sent(one))) == [*kept]


def test_fewer_from_now_on() -> None:
    """A smaller number drops what is over."""
    one = heart(["setOfflineQueue", 5], ["trackPageView"], ["trackEvent", "C", "A"])
    one.run(["$left"])
    lose(one, 2)
    one.run(["setOfflineQueue", 1])
    one.run(["$online"])
    (text,) = sent(one)
    assert "e_c=C" in text


@pytest.mark.parametrize("given", [-1, LIMIT + 1, float("inf"), float("nan"), "many", {}])
def test_no_such_number(given: Any) -> None:
    """It is said, and nothing changes."""
    one = heart(["setOfflineQueue", 5], ["setOfflineQueue", given])
    assert (one.state["most_unsent"], one.refused) == (5, 1)


@pytest.mark.parametrize("most", [0, 1, LIMIT])
def test_what_is_kept_is_asked_for(most: int) -> None:
    """The shell asks whether to keep anything, and listens for the connection once it may."""
    one = heart(["setOfflineQueue", most])
    one.run(["$keeps"])
    assert (one.state["answer"], one.refused) == (most > 0, 0)
    assert step(one.state, ["setOfflineQueue", most], one.facts())[1] == [("online", None)]


def test_who_waits_is_told_later() -> None:
    """A callback stays with its request."""
    one = heart(["setOfflineQueue", 5], ["trackPageView", "", {}, "callback"])
    assert [request["callback"] for hit in one.hits for request in hit["requests"]] == ["callback"]
    lose(one)
    one.run(["$online"])
    assert [request["callback"] for hit in one.hits for request in hit["requests"]] == ["callback"]


@pytest.mark.parametrize(("hours", "count"), [(23, 1), (24, 0)])
def test_a_day_is_the_longest(hours: int, count: int) -> None:
    """For what is older Matomo wants a token, which no page has."""
    one = heart(["setOfflineQueue", 5], ["trackPageView"])
    lose(one)
    one.wait(hours * 3_600_000)
    one.run(["$online"])
    assert len(sent(one)) == count


@pytest.mark.parametrize("refusal", ["forgetConsentGiven", "optUserOut"])
def test_a_refusal_empties_it(refusal: str) -> None:
    """What is kept is dropped, whatever the visitor says later."""
    one = heart(["setOfflineQueue", 5], ["trackPageView"])
    lose(one)
    one.run([refusal])
    one.run(["setConsentGiven"])
    one.run(["$online"])
    assert not any("action_name" in text for text in sent(one))


@pytest.mark.parametrize("without", ["consent", "tracking"])
def test_without_consent_nothing_leaves(without: str) -> None:
    """Consent that is missing when the connection is back, or was withdrawn in another tab."""
    one = heart(["setOfflineQueue", 5], ["trackPageView"])
    lose(one)
    if without == "consent":
        one.jar.set("mtm_consent_removed=1;path=/", one.now)
    else:
        one.state["is_off"] = True
    one.run(["$online"])
    assert (one.hits, one.state["unsent"]) == ([], [])


def test_nothing_kept_hurries_nobody() -> None:
    """What waits for its turn goes on waiting."""
    one = heart(["setOfflineQueue", 5], ["trackPageView"], ["trackEvent", "C", "A"])
    one.run(["$online"])
    assert len(one.hits) == 1
