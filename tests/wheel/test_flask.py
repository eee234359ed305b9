"""The Flask extension, in one process."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask, render_template_string

from paqbridge import SettingsError
from paqbridge.web.flask import Paqbridge
from paqbridge.web.found import Found, found_in

SETTINGS = {"siteId": 1, "serverUrl": "https://matomo.example.org"}


def app_with(options: Any, call: str = "paqbridge()", **asked: Any) -> Flask:
    """Return an app whose page calls the template function."""
    app = Flask(__name__)
    app.config["PAQBRIDGE"] = options
    Paqbridge(app, **asked)
    app.add_url_rule("/", "home", lambda: render_template_string("{{ " + call + " }}"))
    return app


def page_of(app: Flask, address: str = "203.0.113.7") -> Found | None:
    """Return what the page says to a visitor from an address."""
    client = app.test_client()
    return found_in(client.get("/", environ_base={"REMOTE_ADDR": address}).text)


@pytest.mark.parametrize(
    ("call", "asked", "user_id"),
    [
        ("paqbridge()", {}, None),
        ("paqbridge()", {"user_id": lambda: 7}, "7"),
        ("paqbridge()", {"user_id": lambda: False}, False),
        ("paqbridge()", {"user_id": lambda: ""}, None),
        ("paqbridge(user_id=none)", {"user_id": lambda: 7}, None),
        ("paqbridge(user_id='</script>')", {}, "</script>"),
    ],
)
def test_users(call: str, asked: Any, user_id: Any) -> None:
    """A page says who is signed in where the app does; what the template gives goes first."""
    found = page_of(app_with({"settings": SETTINGS}, call, **asked))
    assert found
    assert found.user_id == user_id


def test_nonces() -> None:
    """The app's function is asked for the nonce, unless the template has one."""
    asked = {"nonce": lambda: "asked"}
    for call, nonce in {"paqbridge()": "asked", "paqbridge(nonce='given')": "given"}.items():
        found = page_of(app_with({"settings": SETTINGS}, call, **asked))
        assert found
        assert found.nonce == nonce


def test_the_file() -> None:
    """The script is where the page says, also where the app is below a path, or debugs."""
    app = app_with({"settings": SETTINGS})
    for debug, name in {False: "analytics.min.js", True: "analytics.explain.min.js"}.items():
        app.debug = debug
        client = app.test_client()
        page = client.get("/", base_url="http://shop.example/below/")
        found = found_in(page.text)
        assert found
        assert found.src.startswith(f"/below/static/paqbridge/{name}?")
        with client.get(found.src.removeprefix("/below")) as script:
            assert script.status_code == 200
            assert script.mimetype == "text/javascript"


@pytest.mark.parametrize(
    "options", [None, {"enabled": False}, {"settings": SETTINGS, "internal": ["203.0.113.0/24"]}]
)
def test_off(options: Any) -> None:
    """Where nothing is tracked the page has the stub alone, so that its calls do no harm."""
    app = app_with(options, "paqbridge(nonce='n')")
    assert page_of(app) is None
    page = app.test_client().get("/", environ_base={"REMOTE_ADDR": "203.0.113.7"}).text
    assert page.startswith('<script nonce="n">window.analytics=')
    assert "analytics.load(" not in page


def test_wrong_settings() -> None:
    """An app with wrong settings does not start."""
    with pytest.raises(SettingsError, match="siteId"):
        app_with({"settings": {**SETTINGS, "siteId": "?"}})


def test_options_that_come_late(caplog: pytest.LogCaptureFixture) -> None:
    """An app that has no options yet when the extension is made is told so in the log."""
    app_with(None)
    assert "PAQBRIDGE" in caplog.text
    caplog.clear()
    app_with({"enabled": False})
    assert caplog.text == ""


def test_async_functions() -> None:
    """A function that must be awaited is an error at once: nobody would wait for its answer."""

    async def later() -> str:
        return "7"

    for name in ("nonce", "user_id"):
        asked: Any = {name: later}
        with pytest.raises(SettingsError, match=f"{name}: expected a function that is not async"):
            app_with({"settings": SETTINGS}, **asked)


def test_a_user_in_the_options() -> None:
    """Django's option, unread here, would say nothing of users: where that is said is named."""
    with pytest.raises(SettingsError, match="argument of Paqbridge"):
        app_with({"settings": SETTINGS, "user_id": "pk"})


def test_a_factory() -> None:
    """The extension can be made before its app."""
    extension = Paqbridge()
    app = Flask(__name__)
    app.config["PAQBRIDGE"] = {"settings": SETTINGS, "page": False}
    extension.init_app(app)
    with app.test_request_context():
        found = found_in(extension.markup())
    assert found
    assert not found.is_page_view
