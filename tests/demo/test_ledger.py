from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

RUN = """async (steps) => {
  const { createLedger } = await import('/static/js/ledger.js');
  const ledger = createLedger(() => {}, () => 0);
  for (const [step, ...values] of steps) {
    if (step === 'request') ledger.request({ parameters: values[0] });
    else ledger[step](...values);
  }
  return ledger.rows.map(({ call, lanes, warnings }) => [
    call && call.method,
    ...lanes.map(({ command, request }) => [command?.[0] ?? null, request?.parameters.n ?? null]),
    ...warnings,
  ]);
}"""

EVENT = {"e_c": "All", "e_a": "A"}


@pytest.fixture
def run(address: str, page: Page) -> Callable[..., Any]:
    """Take steps in the page's ledger; gives rows [call, [command, request], ..., warnings]."""
    page.goto(f"{address}/static/missing.html")
    return lambda *steps: page.evaluate(RUN, steps)


def test_commands_belong_to_the_call_that_is_running(run: Callable[..., Any]) -> None:
    """Whatever is pushed while a call runs is that call's doing."""
    rows = run(
        ["begin", "track", ["A"]],
        ["command", ["trackGoal", 1]],
        ["command", ["trackEvent", "All", "A"]],
        ["end"],
        ["begin", "page", []],
        ["command", ["trackPageView"]],
        ["end"],
    )
    assert rows == [
        ["track", ["trackGoal", None], ["trackEvent", None]],
        ["page", ["trackPageView", None]],
    ]


def test_commands_held_back_find_their_calls(run: Callable[..., Any]) -> None:
    """What waited for the tracker is shown with the calls that made it, in order."""
    rows = run(
        ["begin", "identify", ["u"]],
        ["end"],
        ["begin", "track", ["A"]],
        ["end"],
        ["begin", "track", ["A"]],
        ["end"],
        ["command", ["setUserId", "u"]],
        ["command", ["setCustomVariable", "1", "n", "v"]],
        ["command", ["trackEvent", "All", "A"]],
        ["command", ["trackEvent", "All", "A"]],
    )
    assert rows == [
        ["identify", ["setUserId", None]],
        ["track", ["setCustomVariable", None], ["trackEvent", None]],
        ["track", ["trackEvent", None]],
    ]


def test_requests_belong_to_the_commands_that_sent_them(run: Callable[..., Any]) -> None:
    """Equal events are told apart by order, different ones by what they say."""
    rows = run(
        ["begin", "page", []],
        ["command", ["trackPageView"]],
        ["command", ["trackEvent", "All", "A"]],
        ["command", ["trackEvent", "All", "A"]],
        ["command", ["trackGoal", 3, 5]],
        ["end"],
        ["request", {"idgoal": "3", "n": 1}],
        ["request", {**EVENT, "n": 2}],
        ["request", {"action_name": "Home", "n": 3}],
        ["request", {**EVENT, "n": 4}],
    )
    assert rows == [
        ["page", ["trackPageView", 3], ["trackEvent", 2], ["trackEvent", 4], ["trackGoal", 1]],
    ]


def test_every_sending_command_knows_its_request(run: Callable[..., Any]) -> None:
    """Searches, links and orders find their way too."""
    pairs: list[tuple[list[Any], dict[str, str]]] = [
        (["trackSiteSearch", "shoes"], {"search": "shoes"}),
        (["trackLink", "https://a.example", "link"], {"link": "https://a.example"}),
        (["trackLink", "https://a.example/f", "download"], {"download": "https://a.example/f"}),
        (["trackEcommerceOrder", "o1", 5], {"idgoal": "0", "ec_id": "o1"}),
        (["trackEcommerceCartUpdate", 5], {"idgoal": "0"}),
    ]
    steps = [["command", command] for command, _ in pairs]
    requests = [["request", {**parameters, "n": 1}] for _, parameters in reversed(pairs)]
    rows = run(["begin", "track", ["x"]], *steps, ["end"], *requests)
    assert rows == [["track", *([command[0], 1] for command, _ in pairs)]]


def test_what_no_call_explains_has_a_row_of_its_own(run: Callable[..., Any]) -> None:
    """A request of another tab, or a command typed by hand, is shown and blamed on no call."""
    rows = run(
        ["begin", "page", []],
        ["end"],
        ["command", ["trackEvent", "a", "b"]],
        ["request", {"link": "https://a.example", "n": 1}],
    )
    assert rows == [["page"], [None, ["trackEvent", None]], [None, [None, 1]]]


def test_warnings_stay_with_their_call(run: Callable[..., Any]) -> None:
    """A warning on the console is shown with the call that caused it, else with the first."""
    rows = run(
        ["begin", "load", [{}]],
        ["end"],
        ["begin", "track", [" "]],
        ["warning", "blank"],
        ["end"],
        ["warning", "blocked"],
        ["command", ["trackEvent", "All", "B"]],
    )
    assert rows == [["load", "blocked"], ["track", "blank"], [None, ["trackEvent", None]]]


def test_clearing_forgets_what_was_waiting(run: Callable[..., Any]) -> None:
    """After clearing, a request that was under way counts as nobody's."""
    rows = run(
        ["begin", "page", []],
        ["command", ["trackPageView"]],
        ["end"],
        ["clear"],
        ["request", {"action_name": "Home", "n": 1}],
    )
    assert rows == [[None, [None, 1]]]
