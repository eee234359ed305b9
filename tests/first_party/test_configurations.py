"""The text of the configurations; that they work, the tests with the real servers show."""

from __future__ import annotations

import re

import pytest

from paqbridge.web.command_line import main
from paqbridge.web.first_party.headers import TAKEN_FROM_ANSWER

TO = "https://matomo.example.org:8443"
TOKEN = "0123456789abcdef0123456789abcdef"
OPTIONS = (
    "--script /a/b.js --endpoint /a/c --matomo-script /x/piwik.js --matomo-endpoint /x/piwik.php"
)
SERVERS = ("nginx", "caddy", "apache")


@pytest.fixture(params=SERVERS)
def text(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> str:
    """The configuration for each server."""
    assert main(["proxy", request.param, "--to", TO, *OPTIONS.split()]) == 0
    return capsys.readouterr().out


def test_one_destination(text: str) -> None:
    """Only the host that was given is named, only with the two files."""
    assert set(re.findall(r"https?://[^\s$\";]+", text)) <= {
        f"{TO}/x/piwik.js",
        f"{TO}/x/piwik.php",
        TO,
    }


def test_what_the_site_and_matomo_must_do(text: str) -> None:
    """The comment says what to put on the page, and what Matomo must be told."""
    comment = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    assert 'scriptUrl: location.origin + "/a/b.js"' in comment
    assert 'trackerUrl: location.origin + "/a/c"' in comment
    assert "proxy_client_headers[] = HTTP_X_FORWARDED_FOR" in comment


def test_answers_that_speak_for_the_site(text: str) -> None:
    """Each header that would speak for the whole site is named, but those that are set anew."""
    for name in {*TAKEN_FROM_ANSWER} - {"Content-Security-Policy"}:
        assert re.search(rf"(hide_header |unset |header_down -){name}\b", text), name


@pytest.mark.parametrize("server", SERVERS)
def test_no_token(
    server: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A token of the environment never gets into a file."""
    monkeypatch.setenv("MATOMO_TOKEN", TOKEN)
    main(["proxy", server, "--to", TO])
    assert TOKEN not in capsys.readouterr().out


def test_certificates_are_checked(text: str) -> None:
    """nginx and Apache, which check none unless told to, are told to; Caddy does by itself."""
    assert ("proxy_ssl_verify on" in text) + ("SSLProxyVerify require" in text) or "handle" in text


def test_plain_http_says_nothing_of_certificates(capsys: pytest.CaptureFixture[str]) -> None:
    """A Matomo on the same machine needs none."""
    for server in SERVERS:
        main(["proxy", server, "--to", "http://127.0.0.1:8080"])
    assert "ssl" not in capsys.readouterr().out.lower()
