"""Consent platforms: which one holds things back is named; after a yes all is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import named
from tests.support.opt_in import APPS
from tests.support.site import Site
from tests.verify.conftest import SETTINGS, Verify, page

MODULES = Path(__file__).parents[2] / "node_modules"
RECIPES = {name: block.code for name, block in named("recipe").items()}
WAITING = page(SETTINGS + ', consent: "load"')
LANGUAGE = (
    "LANGUAGE = {default: 'en', translations: {en: {consentModal: {title: 'Cookies'}, "
    "preferencesModal: {title: 'Choose', sections: []}}}};"
)
FILES = {
    "vanilla-cookieconsent": "vanilla-cookieconsent/dist/cookieconsent.umd.js",
    "Klaro": "klaro/dist/klaro-no-css.js",
}
PAGES = {
    "vanilla-cookieconsent": (
        f"<script src='/npm.js'></script><script>{LANGUAGE}{RECIPES['vanilla']}</script>"
    ),
    "Klaro": f"<script>{RECIPES['klaro']}</script><script defer src='/npm.js'></script>",
}


@pytest.mark.parametrize("name", FILES if APPS else ["vanilla-cookieconsent"])
def test_a_platform(name: str, verify: Verify, site: Site) -> None:
    """Before an answer nothing has left, and the platform is named; after a yes hits leave."""
    site.files["npm.js"] = (MODULES / FILES[name]).read_text("utf-8")
    text = WAITING + PAGES[name]
    waits = verify(text)
    goes_on = verify(text, gives_consent=True)
    assert waits.codes == ["consent-pending"]
    assert f"{name} asks. Nothing has left." in waits.findings[0].said
    assert goes_on.codes == []
    assert [hit.fetch.status for hit in goes_on.facts.hits] != []


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_a_platform_that_tells_nobody(verify: Verify, site: Site) -> None:
    """A yes that our script does not hear of is a fault of the page's."""
    site.files["npm.js"] = (MODULES / FILES["vanilla-cookieconsent"]).read_text("utf-8")
    text = WAITING + PAGES["vanilla-cookieconsent"].replace("onConsent: answer,", "")
    assert verify(text, gives_consent=True).codes == ["consent-unheard"]
    assert verify(WAITING, gives_consent=True).codes == []
