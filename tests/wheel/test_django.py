"""The Django app, in one process: users, nonces, builds, addresses and switches."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import SynchronousOnlyOperation
from django.http import HttpResponse
from django.template import engines
from django.test import RequestFactory, override_settings
from django.utils.functional import SimpleLazyObject

from paqbridge.web.django.testing import Found, tracked
from tests.wheel.django_here import SETTINGS, set_up, site_with

NOBODY = "nobody"
"""Stands for Django's own anonymous visitor, which can only be imported once Django is set up."""

TAG = "{% load paqbridge %}{% paqbridge %}"


@pytest.fixture(scope="module", autouse=True)
def site() -> None:
    """Set Django up, once for the process."""
    set_up()


class User:
    """Somebody who is signed in."""

    is_authenticated = True
    pk = 7
    blank = ""

    def code(self) -> str:
        """Return another id."""
        return "code-7"


def page(template: str = TAG, engine: str = "django", **about: Any) -> Found | None:
    """Return what a page says, rendered for a request with these attributes."""
    return tracked(HttpResponse(text(template, engine, **about)))


def text(template: str = TAG, engine: str = "django", **about: Any) -> str:
    """Return a page, rendered for a request with these attributes."""
    request = RequestFactory().get("/", REMOTE_ADDR=about.pop("address", "203.0.113.7"))
    for name, value in about.items():
        setattr(request, name, value)
    return str(engines[engine].from_string(template).render({}, request))


NOT_SAID = "{% load paqbridge %}{% paqbridge user_id=None %}"
SAID = "{% load paqbridge %}{% paqbridge user_id='x' %}"


@pytest.mark.parametrize(
    ("way", "user", "template", "user_id"),
    [
        (None, User(), TAG, None),
        ("pk", User(), TAG, "7"),
        ("code", User(), TAG, "code-7"),
        ("blank", User(), TAG, None),
        ("missing", User(), TAG, None),
        ("pk", NOBODY, TAG, False),
        ("pk", None, TAG, None),
        (lambda request: f"{request.method}-7", User(), TAG, "GET-7"),
        ("pk", User(), NOT_SAID, None),
        (None, NOBODY, SAID, "x"),
    ],
)
def test_users(way: Any, user: Any, template: str, user_id: Any) -> None:
    """Nothing is told of users unless the site says what; nobody counts as signed out."""
    from django.contrib.auth.models import AnonymousUser

    with site_with(user_id=way):
        found = page(template, user=AnonymousUser() if user is NOBODY else user)
    assert found
    assert found.user_id == user_id


class Late:
    """A nonce that looks empty until it is asked for."""

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return "late"


def test_nonces() -> None:
    """The nonce is the request's, made when it is asked for, unless the tag has one."""
    given = "{% load paqbridge %}{% paqbridge nonce='given' %}"
    with site_with():
        for template, nonce in {TAG: "late", given: "given"}.items():
            found = page(template, csp_nonce=Late())
            assert found
            assert found.nonce == nonce
        assert "nonce" not in text()


def test_an_async_view(caplog: pytest.LogCaptureFixture) -> None:
    """Where the user cannot be asked without waiting no page fails: the log says what to do."""
    with site_with(user_id="pk"):
        found = page(user=SimpleLazyObject(out_of_reach))
    assert found
    assert found.user_id is None
    assert "request.user = await request.auser()" in caplog.text


def out_of_reach() -> None:
    """Do what Django's database does in an async view."""
    raise SynchronousOnlyOperation


def test_builds() -> None:
    """DEBUG takes the build that explains, unless the option explain says otherwise."""
    cases: list[tuple[bool, dict[str, Any], str]] = [
        (False, {}, "analytics.min.js"),
        (False, {"build": "full"}, "analytics.full.min.js"),
        (True, {"build": "full"}, "analytics.explain.min.js"),
        (True, {"explain": False}, "analytics.min.js"),
        (False, {"explain": True}, "analytics.explain.min.js"),
    ]
    for debug, more, name in cases:
        with override_settings(DEBUG=debug), site_with(**more):
            found = page()
        assert found
        assert found.src.startswith(f"/static/paqbridge/{name}?v=")


@pytest.mark.parametrize("options", [None, {"enabled": False}, {"internal": ["203.0.113.0/24"]}])
def test_off(options: Any) -> None:
    """Where nothing is tracked the page has the stub alone, with its nonce."""
    given = options and {"settings": SETTINGS, **options}
    with override_settings(PAQBRIDGE=given):
        assert page() is None
        assert text(csp_nonce="n").startswith('<script nonce="n">window.analytics=')


def test_wrong_settings(caplog: pytest.LogCaptureFixture) -> None:
    """A page never fails for a wrong setting: it tracks nothing, and the log names the setting."""
    wrong = override_settings(PAQBRIDGE={"settings": {"siteId": 1}})
    with wrong, caplog.at_level(logging.ERROR, "paqbridge"):
        assert page() is None
    assert "serverUrl" in caplog.text


def test_files_that_nobody_has_collected(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A page never fails for a script that the storage does not know: the log says what to do."""
    hashing = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    places = {"STORAGES": {"staticfiles": hashing}, "STATIC_ROOT": str(tmp_path), "DEBUG": False}
    with site_with(), override_settings(**places):
        found = page()
    assert found
    assert found.src.startswith("/static/paqbridge/analytics.min.js?v=")
    assert "collectstatic" in caplog.text


def test_without_a_request() -> None:
    """A template that has no request, such as that of an error, has the snippet all the same."""
    with site_with(user_id="pk"):
        rendered = engines["django"].from_string(TAG).render({})
    found = tracked(HttpResponse(rendered))
    assert found
    assert (found.user_id, found.nonce) == (None, None)


def test_jinja() -> None:
    """The function of Jinja2 templates does what the tag does, and its markup is not escaped."""
    with site_with(user_id="pk"):
        about: dict[str, Any] = {"user": User(), "csp_nonce": "n"}
        assert text("{{ paqbridge() }}", "jinja2", **about) == text(**about)
        found = page("{{ paqbridge(nonce='m', user_id=false) }}", "jinja2", **about)
    assert found
    assert (found.user_id, found.nonce) == (False, "m")
