"""What a page can say of consent to an adapter."""

from __future__ import annotations

from typing import Any

from paqbridge.plugins.consent import consent_of


def test_the_destination_of_now() -> None:
    """Each word reaches the consent of the destination that is there then, with its value."""
    said: list[Any] = []

    def destination(name: str) -> Any:
        def saying(word: str) -> Any:
            return lambda value: said.append((name, word, value))

        words = {word: saying(word) for word in ("give", "remember", "withdraw")}
        return {**words, "state": lambda: name}

    now = destination("first")
    consent = consent_of(lambda: now)
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


def test_nothing_is_thrown() -> None:
    """Where there is nothing to ask, nothing is thrown at the page."""
    consent = consent_of(lambda: None)
    answers = [consent["give"](), consent["remember"](), consent["withdraw"](), consent["state"]()]
    assert answers == [None] * 4
