"""What the heart promises besides: steps change nothing but what they return."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paqbridge.native import url_encoded, written
from paqbridge.native_support import decoded_component
from paqbridge.tracker.step import in_order, step
from paqbridge.tracker.whole import FIRST, LATER
from tests.tracker.own.heart import Heart, Jar

METHODS = [name for name in (*FIRST, *LATER) if name[0] != "$"]
PAGE = {"url": "http://www.shop.test/?mtm_campaign=c", "queue": [], "steps": []}
SET_UP: list[list[Any]] = [["setTrackerUrl", "http://matomo.test/matomo.php"], ["setSiteId", 1]]


def heart(*commands: list[Any], page: dict[str, Any] = PAGE) -> Heart:
    """Return a heart that some commands have gone through."""
    jar = Jar()
    jar.host, jar.path = "www.shop.test", "/"
    one = Heart(page, jar, 1_795_000_000_000, random.Random(1))
    for command in [*SET_UP, *commands]:
        one.run(command)
    return one


ARGUMENTS = st.lists(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-9, 999),
        st.floats(allow_nan=True),
        st.text(max_size=9),
        st.lists(st.text(max_size=3), max_size=2),
        st.dictionaries(st.text(max_size=5), st.text(max_size=3), max_size=2),
    ),
    max_size=6,
)


FULL: list[list[Any]] = [
    ["trackPageView"],
    ["addEcommerceItem", "s", "n"],
    ["setCustomVariable", 1, "a", "b", "visit"],
    ["setCustomDimension", 1, "a"],
    ["setCustomData", "k", "v"],
    ["setEcommerceView", "s"],
    ["setDomains", ["a.test"]],
    ["trackEvent", "C", "A"],
]
USUAL: list[list[Any]] = [[], ["s", "b", "c", "d"], [1, "a", "b", "visit"], [["x"]], [{"k": 1}]]


@pytest.mark.parametrize("name", METHODS)
def test_steps_change_nothing(name: str) -> None:
    """Whatever a command does, the state before it stays as it was."""
    one = heart(*FULL)
    state = one.state
    before = copy.deepcopy({key: state[key] for key in KEPT})  # type: ignore[literal-required]
    for arguments in USUAL:
        step(state, [name, *arguments], one.facts())
        assert {key: state[key] for key in KEPT} == before  # type: ignore[literal-required]


KEPT = [key for key in heart().state if key != "facts"]


@given(st.sampled_from(sorted(METHODS)), ARGUMENTS)
def test_any_command_with_anything(name: str, arguments: list[Any]) -> None:
    """No command throws, whatever it is given."""
    one = heart(["trackPageView"])
    one.run([name, *arguments])
    one.run(["trackEvent", "C", "A"])


@given(st.text())
def test_what_is_escaped_can_be_read(text: str) -> None:
    """An escaped text, read as a server reads it, is the text, but for halves of characters."""
    assert decoded_component(url_encoded(written(text))) == written(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=30))
def test_a_campaign_is_what_the_address_says(name: str) -> None:
    """A campaign of any name is told as it is, in the first hit and on later pages."""
    page = {**PAGE, "url": "http://www.shop.test/?mtm_campaign=" + url_encoded(url_encoded(name))}
    one = heart(["trackPageView"], ["trackGoal", 1], page=page)
    one.wait(900)
    queries = [hit["requests"][0]["text"] for hit in one.hits]
    assert all(f"&_rcn={url_encoded(name)}&" in query for query in queries)


def test_a_title_that_throws_drops_what_is_held() -> None:
    """So our builds have dropped what waits for consent, once it is refused."""
    one = heart(["requireConsent"], ["trackEvent", "C", "A"], ["trackPageView", {"text": None}])
    one.run(["setConsentGiven"])
    assert one.hits == []


@pytest.mark.parametrize("count", [1, 2, 3])
def test_an_unknown_command_is_refused_once(count: int) -> None:
    """What the tracker does not speak it says once, by name."""
    assert heart(*[["noSuchCommand"]] * count).refused == 1


def test_without_bulk_each_hit_is_a_request() -> None:
    """For a server that takes no bulk, each hit leaves on its own, in order."""
    events = [["trackEvent", "C", str(number)] for number in range(4)]
    one = heart(["disableQueueRequest"], *events)
    one.wait(900)
    assert [hit["body"] for hit in one.hits] == [""] * 4
    assert [f"e_a={number}&" in hit["address"] for number, hit in enumerate(one.hits)] == [True] * 4


def test_a_bulk_is_no_larger_than_a_beacon() -> None:
    """What waits is cut into requests that a browser takes from a page that is left."""
    events = [["trackEvent", "C", "x" * 9000] for _ in range(20)]
    one = heart(["trackPageView"], *events)
    one.run(["$left"])
    assert sum(len(hit["requests"]) for hit in one.hits) == 21
    assert max(len(hit["body"]) for hit in one.hits) < 65536


def test_what_comes_first_in_a_queue() -> None:
    """Names come first in their own order; what is no command stays where it is."""
    queue: list[Any] = [["b"], "text", ["z"], ["a"], ["b", 2]]
    assert in_order(queue, ["a", "b"]) == [["a"], ["b"], ["b", 2], "text", ["z"]]
