"""What a lean build lacks: it must not ignore the settings of the full ones without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, contains, each, pattern

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Refuse, Settings

FULL_ONLY: Any = pattern(
    "(consent|domains|events|tracker|.*(ias|ebug|eCoo|eDo|eFa|[eo]Pa|eSa|ecom|[lhk]Ev|imens|rfo|itO|nload|oVe"
    "|rackerU|rCu|ryS|sDo|tBe|tTr|[st]Ur|itle|neQ).*)"
)
"""The names of the settings that a lean build has not, by telling parts of them, mostly where two
words meet. The list would be three times the bytes; a test holds this to the tables, and to keys
that hosts add."""


def suits_lean(given: Untrusted, settings: Settings, refuse: Refuse) -> bool:
    """Complain of each setting that only a full build has, unless it is as if nothing was said.

    Tell whether the others will do: without the consent that is asked for nothing may start.
    """
    is_free = True

    def tell(value: Untrusted, name: str) -> None:
        nonlocal is_free
        is_off = not value or contains(["none", "false"], value)
        # This one is on where nothing is said.
        is_default = is_off != (name == "performanceTracking")
        # The pattern knows no case; the names of settings do, and begin with small letters.
        if not is_default and name >= "a" and captured(FULL_ONLY, name):
            refuse({"name": name}, "", value)
            if name == "consent":
                is_free = False

    each(given, tell)
    return is_free
