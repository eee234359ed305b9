"""The options of `PAQBRIDGE`, which all frameworks share."""

from __future__ import annotations

import logging
from ipaddress import ip_address, ip_network
from typing import Any

import pytest
from jinja2 import Undefined

from paqbridge.web.checked import SettingsError
from paqbridge.web.options import first_nonce, not_async, options, usable, usable_nonce

SETTINGS = {"siteId": 1, "serverUrl": "https://matomo.example.org"}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"settings": {"siteId": 1}}, ["serverUrl", "http(s)"]),
        ({}, ["siteId", "serverUrl"]),
        ({"settings": [1]}, ["settings", "dict", "list"]),
        ({"settings": SETTINGS, "siteId": 1}, ["siteId", "settings"]),
        ({"settings": SETTINGS, "user": "pk"}, ["user", "is it user_id?"]),
        ({"settings": SETTINGS, "colour": 1}, ["colour", "internal"]),
        ({"settings": SETTINGS, "enabled": "no"}, ["enabled", "True or False", "'no'"]),
        ({"settings": SETTINGS, "build": "big"}, ["build", "lean or full", "'big'"]),
        ({"settings": SETTINGS, "build": ["full"]}, ["build", "lean or full", "['full']"]),
        ({"settings": SETTINGS, "internal": "10.0.0.1"}, ["internal", "list", "10.0.0.1"]),
        ({"settings": SETTINGS, "internal": ["10.0.0"]}, ["internal", "network", "'10.0.0'"]),
        ({"settings": SETTINGS, "internal": None}, ["internal", "list", "None"]),
        ({"settings": SETTINGS, "internal": iter(["10.0.0.1"])}, ["internal", "list", "iterator"]),
        ({"settings": SETTINGS, "internal": b"10.0.0.1"}, ["internal", "list", "b'10.0.0.1'"]),
        ({"settings": SETTINGS, "internal": [7]}, ["internal", "network", "7"]),
        ({"settings": SETTINGS, "internal": (("10.0.0.0", 8),)}, ["internal", "('10.0.0.0', 8)"]),
        ("on", ["PAQBRIDGE", "dict", "'on'"]),
    ],
)
def test_wrong_options(given: Any, words: list[str]) -> None:
    """What is wrong is named, with what came and what is right."""
    with pytest.raises(SettingsError) as raised:
        options(given)
    assert [word for word in words if word not in str(raised.value)] == []


@pytest.mark.parametrize("given", [None, {"enabled": False}])
def test_off(given: Any) -> None:
    """Who is switched off needs no settings."""
    assert not options(given).enabled


def test_what_is_not_said() -> None:
    """None is no answer: the option is as it is without a word."""
    flags = dict.fromkeys(("enabled", "explain", "page", "integrity", "preload"))
    assert options({"settings": SETTINGS, **flags}) == options({"settings": SETTINGS})


def test_internal_objects() -> None:
    """What Python's own `ipaddress` makes is an address or a network, too."""
    made = [ip_network("10.0.0.0/8"), ip_address("::1")]
    found = options({"settings": SETTINGS, "internal": made})
    assert found.is_internal("10.1.2.3")
    assert found.is_internal("::1")


def test_off_with_wrong_settings() -> None:
    """Settings that are there are checked all the same: the switch is no surprise later."""
    with pytest.raises(SettingsError, match="serverUrl"):
        options({"enabled": False, "settings": {"siteId": 1}})


@pytest.mark.parametrize(
    ("address", "is_internal"),
    [
        ("10.1.2.3", True),
        ("11.1.2.3", False),
        ("::ffff:10.1.2.3", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("2001:db8::1", False),
        ("unix:", False),
        ("", False),
        (None, False),
    ],
)
def test_internal_addresses(address: str | None, is_internal: bool) -> None:
    """Addresses and networks of both families, also an old address in the form of a new one."""
    found = options({"settings": SETTINGS, "internal": ["10.0.0.0/8", "::1", "fe80::/10"]})
    assert found.is_internal(address) is is_internal


@pytest.mark.parametrize("user_id", [True, " ", 1.5, object()])
def test_no_page_fails_for_a_user(user_id: object, caplog: pytest.LogCaptureFixture) -> None:
    """An id that comes out of data and is none says nothing, with a warning in the log."""
    with caplog.at_level(logging.WARNING, "paqbridge"):
        assert usable(user_id) is None
    assert "user_id" in caplog.text


def test_what_is_a_user() -> None:
    """What is one is taken, and nobody is nobody."""
    assert [usable(one) for one in ("a", 7, None, False)] == ["a", "7", None, False]


def test_no_page_fails_for_a_nonce(caplog: pytest.LogCaptureFixture) -> None:
    """What has no text is no nonce, with a warning in the log."""
    with caplog.at_level(logging.WARNING, "paqbridge"):
        assert usable_nonce(b"R4nd0m") is None
    assert "nonce is a bytes" in caplog.text


@pytest.mark.parametrize(
    ("given", "nonce"), [(None, "found"), ("", "found"), (Undefined(), "found"), ("n", "n")]
)
def test_which_nonce(given: object, nonce: str) -> None:
    """A name that a template does not know gives no nonce, and takes none away."""
    assert first_nonce(given, lambda: "found") == nonce


def test_nobody_waits() -> None:
    """A function that must be awaited is an error when the app starts, not on each page."""

    async def later() -> str:
        return "7"

    with pytest.raises(SettingsError, match="user_id: expected a function that is not async"):
        not_async(nonce=lambda: "n", user_id=later)
