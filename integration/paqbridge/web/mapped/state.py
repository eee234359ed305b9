"""What one call leaves to the next: on the same page, or on the one after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict

from paqbridge.destination.memory import left_by_page

if TYPE_CHECKING:
    from paqbridge.types.page import PageFacts


class Page(TypedDict, total=False):
    """Where a call is made; what is left out nobody knows."""

    url: str | None
    title: str | None
    referrer: str | None


NOWHERE: PageFacts = {"url": None, "title": None, "referrer": None}
"""The facts of a page that says nothing of itself."""


@dataclass(frozen=True)
class State:
    """What is known after a call: the cart, the user, the page view before. Nobody looks inside.

    ``mapping`` is the mapping's own, ``user`` whom the messages have said to be the user (False:
    nobody), ``own`` the page's facts at its first call, ``left`` what a page stores.
    """

    own: PageFacts | None = None
    mapping: Any = None
    user: object = False
    left: str | None = None

    def on_next_page(self) -> State:
        """Return the state of a page that is loaded after this one, in the same browser.

        The cart goes with it, a new visit that a logout has asked for, and the dimensions of user
        and group. The user goes with the messages: their ``userId``.
        """
        return State(mapping=left_by_page(self.left) if self.left else None, left=self.left)
