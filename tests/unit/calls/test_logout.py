"""Logouts that nobody tells: the next call, which has another user or none, comes after one."""

from __future__ import annotations

from typing import Any

from paqbridge.calls.logout import noticing_logout


def heard(*calls: tuple[Any, Any]) -> list[tuple[str, Any]]:
    """Kind and user of what arrives, logouts among it."""
    arrived: list[tuple[str, Any]] = []

    def accept(kind: str, message: Any) -> None:
        arrived.append((kind, message.get("userId")))

    follow = noticing_logout(accept)
    for kind, user in calls:
        follow(kind, {"userId": user})
    return arrived


def test_a_user_who_is_gone() -> None:
    """A logout is told once, before the call that lost its user, and says who was known."""
    calls = [("identify", "a"), ("track", "a"), ("page", None), ("track", None)]
    assert heard(*calls) == [
        ("identify", "a"),
        ("track", "a"),
        ("reset", "a"),
        ("page", None),
        ("track", None),
    ]


def test_another_user() -> None:
    """Another's login comes after a logout; a number and its digits are one user."""
    assert heard(("track", 7), ("track", "7"), ("identify", "b")) == [
        ("track", 7),
        ("track", "7"),
        ("reset", "7"),
        ("identify", "b"),
    ]


def test_guests() -> None:
    """Nobody, however a host writes it, is told once, and a login after that is no logout."""
    calls: list[tuple[str, Any]] = [("page", None), ("page", ""), ("page", 0), ("identify", "a")]
    assert heard(*calls) == [("nobody", None), *calls]


def test_a_call_that_is_not_for_us() -> None:
    """A call that the page keeps from us logs nobody out, and says nothing of who is known."""
    for_others = {"integrations": {"Piwik": False}}
    arrived: list[Any] = []

    def accept(kind: str, message: Any) -> None:
        arrived.append((kind, message.get("userId")))

    follow = noticing_logout(accept)
    follow("track", {"userId": "a"})
    follow("track", for_others)
    follow("track", {"userId": "b", **for_others})
    follow("track", {"userId": "a"})
    assert [kind for kind, _ in arrived] == ["track"] * 4
    follow("page", {})
    assert arrived[-2:] == [("reset", "a"), ("page", None)]


def test_an_alias() -> None:
    """The id of an alias is not the host's user: before it and after it nobody is logged out."""
    calls = [("identify", "a"), ("alias", "b"), ("track", "a")]
    assert heard(*calls) == calls
