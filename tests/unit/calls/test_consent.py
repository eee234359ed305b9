"""What a page can say of consent, in any host."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge.calls.consent import consent_methods


def test_the_destination_of_now() -> None:
    """Each word reaches the consent of the destination that is there then, with its value."""
    said: list[Any] = []

    def destination(name: str) -> Any:
        consent = SimpleNamespace(
            give=lambda options: said.append((name, "give", options)),
            remember=lambda hours: said.append((name, "remember", hours)),
            withdraw=lambda: said.append((name, "withdraw", None)),
            state=lambda: name,
        )
        return {"consent": consent}

    now = destination("first")
    consent = consent_methods(lambda: now)
    consent["give"]({"cookies": False})
    now = destination("second")
    consent["remember"](5)
    consent["withdraw"]()
    assert consent["state"]() == "second"
    assert said == [
        ("first", "give", {"cookies": False}),
        ("second", "remember", 5),
        ("second", "withdraw", None),
    ]


@pytest.mark.usefixtures("swallowing")
def test_nothing_is_thrown() -> None:
    """Where there is nothing to ask, nothing is thrown at the page."""
    nothing: Any = {}
    consent = consent_methods(lambda: nothing)
    answers = [consent["give"](), consent["remember"](), consent["withdraw"](), consent["state"]()]
    assert answers == [None] * 4
