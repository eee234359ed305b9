"""The closed grammar."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.commands.full_grammar import FULL_GRAMMAR
from paqbridge.commands.grammar import GRAMMAR, fits, fitting
from paqbridge.types.destination import Grammar

each_grammar = pytest.mark.parametrize("grammar", [GRAMMAR, FULL_GRAMMAR], ids=["lean", "full"])


@each_grammar
@pytest.mark.parametrize(
    "command",
    [["trackPageView"], ["setSiteId", 1], ["setSiteId", "abc"], ["trackGoal", 1, None],
     ["trackGoal", "7", "0"], ["trackEvent", "a", "b", None, 3]],
)  # fmt: skip
def test_fits(command: list[object], grammar: Grammar) -> None:
    """Known names with arguments of their kinds pass."""
    assert fits(command, grammar)


@each_grammar
@pytest.mark.parametrize(
    "command",
    [["unknown"], ["constructor"], ["trackPageView", 1], ["setUserId", 5], ["setUserId", None],
     ["setUserId", "u", "v"],
     ["trackEvent", "a", "b", 3, 4], ["trackEvent", "a", "b", 3], ["trackEvent", "a"],
     ["trackGoal", {}, 1], ["trackEvent", None, "b", None, None]],
)  # fmt: skip
def test_does_not_fit(command: list[object], grammar: Grammar) -> None:
    """An unknown name, an argument too many or of another kind is refused."""
    assert not fits(command, grammar)


def test_custom_data_is_the_full_builds() -> None:
    """Only a full build sends custom data, so only its grammar has a place for it."""
    command = ["trackEvent", "a", "b", None, None, {"dimension1": "x"}]
    assert [fits(command, grammar) for grammar in (GRAMMAR, FULL_GRAMMAR)] == [False, True]


def test_one_that_does_not_fit_costs_itself_only() -> None:
    """The commands around it stay, in their order."""
    commands: list[Any] = [["setUserId", "u"], ["setUserId", 5], ["trackPageView"]]
    assert fitting(commands, GRAMMAR) == [["setUserId", "u"], ["trackPageView"]]
