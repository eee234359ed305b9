"""The closed grammar."""

from __future__ import annotations

import pytest

from paqbridge.commands.grammar import fits


@pytest.mark.parametrize(
    "command",
    [["trackPageView"], ["setSiteId", 1], ["setSiteId", "abc"], ["trackGoal", 1, None],
     ["trackGoal", "7", "0"], ["trackEvent", "a", "b", None, 3]],
)  # fmt: skip
def test_fits(command: list[object]) -> None:
    """Known names with arguments of their kinds pass."""
    assert fits(command)


@pytest.mark.parametrize(
    "command",
    [["unknown"], ["constructor"], ["trackPageView", 1], ["setUserId", 5], ["setUserId", None],
     ["setUserId", "u", "v"],
     ["trackEvent", "a", "b", 3, 4], ["trackGoal", {}, 1], ["trackEvent", None, "b", None, None]],
)  # fmt: skip
def test_does_not_fit(command: list[object]) -> None:
    """An unknown name, an argument too many or of another kind is refused."""
    assert not fits(command)
