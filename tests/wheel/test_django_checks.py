"""What Django's system checks say of `PAQBRIDGE`."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import override_settings

from tests.wheel.django_here import SETTINGS, set_up, site_with


@pytest.fixture(scope="module", autouse=True)
def site() -> None:
    """Set Django up, once for the process."""
    set_up()


async def later(request: Any) -> str:
    """Return who is signed in, to whoever waits for it."""
    return "7"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"settings": SETTINGS, "user_id": "pk"}, []),
        ({"enabled": False}, []),
        ("on", ["paqbridge.E001 expected a dict, received 'on'"]),
        (None, ["paqbridge.I001 is not set"]),
        ({"settings": {"siteId": 1}}, ["paqbridge.E001 serverUrl: expected an http(s) URL"]),
        ({"settings": SETTINGS, "siteId": 1}, ["paqbridge.E001 siteId: it is a setting"]),
        ({"settings": SETTINGS, "user_id": 5}, ["paqbridge.E001 user_id: expected the name"]),
        (
            {"settings": SETTINGS, "user_id": later},
            ["paqbridge.E001 user_id: expected a function that is not async"],
        ),
        (
            {"settings": SETTINGS, "user_id": "nick"},
            ["paqbridge.E001 user_id: users have no"],
        ),
        (
            {"settings": {**SETTINGS, "goals": {"A": 0}, "consent": "load"}},
            [
                "paqbridge.E001 consent: the lean build does not have it",
                "paqbridge.E001 goals.A: expected goal ids, received 0",
            ],
        ),
    ],
)
def test_checks(options: Any, said: list[str]) -> None:
    """Django says when it starts what is wrong with each option and setting."""
    with override_settings(PAQBRIDGE=options):
        found = sorted(f"{one.id} {one.msg}" for one in run_checks(tags=["paqbridge"]))
    assert len(found) == len(said)
    for message, words in zip(found, said, strict=True):
        assert message.replace("PAQBRIDGE: ", "").replace("PAQBRIDGE ", "").startswith(words)


def test_checks_without_users() -> None:
    """A site that has no users learns that from the check, not from a traceback."""
    with override_settings(AUTH_USER_MODEL="staff.Person"), site_with(user_id="pk"):
        (found,) = run_checks(tags=["paqbridge"])
    assert found.msg.startswith("PAQBRIDGE: user_id: there are no users: AUTH_USER_MODEL")
