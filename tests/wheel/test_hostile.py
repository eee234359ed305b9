"""Nothing that a site puts into the snippet runs, and each value arrives as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest

from paqbridge import snippet
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS
from paqbridge.web.snippet import Site
from paqbridge.web.static import Script
from tests.support.visit import Visit

HOSTILE = "</script><script>alert(1)</script>\"'&<!--"
TEXTS = [HOSTILE, "<!--<script>", "]]>\u2028\u2029\0\\", "\ud800 alone", "__proto__", "é🎉\n\r\t"]
STRICT = "script-src 'nonce-R4nd0m'; connect-src {{ matomo }}"
RAN = "document.querySelectorAll('script').length > 2 || window.ran"
TRAP = "window.alert = () => { window.ran = true }"


def slots(text: str) -> dict[str, Any]:
    """Return a text in every place where settings have one: values, keys, lists, and nested."""
    names = [row["name"] for row in EXPLAIN_SETTINGS]
    deep = {text: [text, {text: text}], "value": text, "list": [text]}
    return {**dict.fromkeys(names, text), text: deep, "plan": deep}


@pytest.mark.parametrize("policy", ["", STRICT])
def test_every_slot(policy: str, visit: Visit) -> None:
    """In each setting, key, user id and address nothing runs, and the stub has each value whole."""
    visit.set_policy(policy)
    visit.without_instruments()
    # Browsers trust no nonce on an element whose address has "<script" in it.
    visit.expect("Failed to load resource", "integrity", "Loading the script")
    visit.context.add_init_script(TRAP)
    for number, text in enumerate(TEXTS):
        site = Site(slots(text), Script(f"/missing/{text}", text))
        markup = site.snippet(nonce="R4nd0m", user_id=text)
        visit.write(markup.replace("\ud800", "\ufffd"), f"page{number}.html")
        queued = json.loads(visit.run("JSON.stringify([...analytics])"))
        load, identify = queued[0], queued[1]
        assert load[:2] == ["load", {**slots(text), "nonce": "R4nd0m"}]
        assert identify[:2] == ["identify", text]
        assert queued[2][0] == "page"
        assert not visit.run(RAN)


def test_it_arrives_whole(visit: Visit) -> None:
    """What Matomo gets is the user id as it was, and the goal of a name as it was."""
    visit.set_policy(STRICT)
    settings = {"siteId": 1, "serverUrl": visit.matomo, "goals": {HOSTILE: 3}}
    markup = snippet(settings, nonce="R4nd0m", user_id=HOSTILE, static_url="/dist")
    visit.context.add_init_script(TRAP)
    visit.write(markup)
    visit.run("name => { analytics.track(name) }", HOSTILE)
    page, goal, event = visit.arrived(3)
    assert (page["action_name"], page["uid"]) == ("Shop", HOSTILE)
    assert (goal["idgoal"], event["e_a"], event["uid"]) == ("3", HOSTILE, HOSTILE)
    assert not visit.run("window.ran")


def test_a_hostile_nonce(visit: Visit) -> None:
    """A nonce that wants out of its attribute stays in it, and goes to Matomo's script, too."""
    settings = {"siteId": 1, "serverUrl": visit.matomo}
    visit.context.add_init_script(TRAP)
    visit.write(snippet(settings, nonce=HOSTILE, static_url="/dist"))
    visit.wait_until_live()
    nonces = visit.run("[...document.scripts].map((one) => one.nonce)")
    assert nonces == [HOSTILE] * 3
    assert not visit.run("window.ran")
