"""What a page can say of consent on ``analytics``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paqbridge.native import guarded


def consent_methods(consent: Any, save: Callable[[bool], None]) -> Any:
    """Return what a page can say of consent; the stored user id follows it."""

    def saying(name: str) -> Any:
        def say(value: Any) -> None:
            if name == "withdraw":
                # While cookies may still be tried out: they are deleted on their own domain.
                save(False)
            consent[name](value)
            if name != "withdraw":
                save(True)

        return guarded(say)

    return {
        "give": saying("give"),
        "remember": saying("remember"),
        "withdraw": saying("withdraw"),
        "state": consent["state"],
    }
