"""A document with a link and a form, and a track function whose callbacks the test calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from paqbridge.kits.full_standalone import FULL_STANDALONE, WHOLE
from paqbridge.source.holding import HOLDINGS
from paqbridge.source.methods import create_whole
from paqbridge.source.owner import Owner
from tests.support.fake_elements import Window, furnish
from tests.support.fake_page import FakePage


class Tracked:
    """What has been tracked, and what says that it is delivered."""

    def __init__(self) -> None:
        self.calls: list[list[Any]] = []
        self.delivered: list[Callable[[], None]] = []

    @property
    def owner(self) -> Owner:
        """Return the object that has the function."""
        return owner_of(self.track)

    def track(self, *given: Any) -> None:
        """Keep a call."""
        self.calls.append(list(given[:-1]))
        self.delivered.append(given[-1])


def owner_of(track: Callable[..., object]) -> Owner:
    """Return an ``analytics`` with this function."""
    return Owner({"track": track})


@pytest.fixture
def tracked() -> Tracked:
    """Return a place for calls."""
    HOLDINGS["heard"] = HOLDINGS["held"] = None
    return Tracked()


@pytest.fixture
def window(fake: FakePage) -> Window:
    """Return the window of a document."""
    return furnish(fake)


@pytest.fixture
def null(monkeypatch: pytest.MonkeyPatch) -> object:
    """Return JavaScript's null, by which pages empty things; CPython has no value like it."""
    value = object()
    monkeypatch.setattr("paqbridge.source.person.is_null", lambda one: one is value)
    return value


@pytest.fixture
def analytics(fake: FakePage) -> dict[str, Any]:
    """Return the methods of a page's whole ``analytics``."""
    return create_whole(FULL_STANDALONE, WHOLE)["analytics"]
