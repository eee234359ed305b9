"""Platforms as sites wire them beside the recipes: our script is held back, a yes goes without
saying, a visitor is asked again."""

from __future__ import annotations

import pytest

from tests.hosts.consent.test_platforms import BUNDLE, FAKES, REAL, RECIPES, put_platform
from tests.support.consent import from_all_tabs, names
from tests.support.visit import Visit

START = """<script>
  analytics.load({ siteId: 1, serverUrl: location.origin, consent: 'load', pageTitle: 'name' })
  for (const route of ['/shirts', '/cart', '/page.html']) {
    analytics.page(route)
    history.replaceState({}, '', route)
  }
</script>"""
ROUTES = ["/shirts", "/cart", "/page.html"]
LOADED = "analytics.initialized"


def parts(platform: str) -> tuple[str, str, str]:
    """The platform's own script, what drives it, and the recipe."""
    driver = f'<script src="/platform/{platform}.js"></script>'
    return '<script src="/npm.js"></script>', driver, f"<script>{RECIPES[platform]}</script>"


def held_back(platform: str) -> str:
    """A page that the platform starts our script on."""
    script, driver, recipe = parts(platform)
    stub = '<script src="/dist/stub.min.js"></script>' + START
    if platform == "klaro":
        names = 'data-type="text/javascript" data-name="matomo" data-src'
        order = [recipe, driver, script.replace(" src", " defer src")]
    else:
        names = 'data-category="analytics" src'
        order = [script, driver, recipe]
    ours = f'<script type="text/plain" {names}="/dist/analytics.full.min.js"></script>'
    return stub + ours + "".join(order)


@pytest.mark.parametrize("platform", ["klaro", "vanilla"])
def test_our_script_is_held_back(visit: Visit, platform: str) -> None:
    """It comes with the yes: what was called before leaves, and a later no is heard."""
    put_platform(visit, platform)
    page = held_back(platform)
    visit.write(page)
    visit.wait("isReady()")
    assert visit.run(f"[{LOADED}, typeof _paq, localStorage.length]") == [None, "undefined", 0]
    visit.run("(choose(true), 0)")
    visit.wait(LOADED)
    assert names(visit) == ROUTES
    visit.write(page)
    visit.wait(LOADED)
    assert names(visit) == ROUTES
    visit.run("(choose(false), analytics.track('refused'), 0)")
    assert visit.run("[analytics.consent.state(), /_pk_/.test(document.cookie)]") == [
        "refused", False
    ]  # fmt: skip
    visit.run("(choose(true), analytics.track('after'), 0)")
    assert names(visit) == ["after"]


IMPLYING = ["onetrust", "cookiebot", "cookieyes", "usercentrics", "usercentrics3", "didomi"]


@pytest.mark.parametrize("platform", [*IMPLYING, "klaro_watch"])
def test_a_yes_that_goes_without_saying(visit: Visit, platform: str) -> None:
    """Where the law asks for no choice the platform says yes by itself, until there is a no."""
    put_platform(visit, platform)
    script, driver, recipe = parts(platform)
    stored = '<script>isImplied = true</script><script src="/platform/stored.js"></script>'
    order = driver + script + recipe if platform in REAL else recipe + driver
    page = BUNDLE + START + stored + order
    visit.write(page)
    visit.wait("analytics.consent.state() === 'given'")
    assert names(visit) == ROUTES
    visit.run("(choose(false), 0)")
    visit.write(page)
    visit.wait("isReady()")
    assert visit.run("[analytics.consent.state(), typeof _paq]") == ["refused", "undefined"]


BEFORE = [one for one in FAKES if one != "iubenda"]
"""What a recipe may come behind: iubenda's is a part of the settings, which stand ahead of it."""
LATE = """(code) => {
  const script = document.createElement('script')
  script.textContent = code
  document.head.append(script)
}"""


@pytest.mark.parametrize("platform", BEFORE)
def test_the_platform_is_there_before_us(visit: Visit, platform: str) -> None:
    """It has told all that it has to tell, as where a tag manager or a module has the recipe: a
    returning visitor's answer counts, no answer is pending, and a change of mind is heard."""
    put_platform(visit, platform)
    driver = f'<script src="/platform/{platform}.js"></script>'
    page = BUNDLE + START + '<script src="/platform/stored.js"></script>' + driver
    for chosen, status in (("", "pending"), ("true", "given"), ("false", "refused")):
        visit.write(page)
        visit.wait("isReady()")
        if chosen:
            visit.run(f"(choose({chosen}), 0)")
            visit.write(page)
            visit.wait("isReady()")
        visit.run(LATE, RECIPES[platform])
        visit.wait(f"analytics.consent.state() === '{status}'")
        if status == "given":
            assert names(visit) == ROUTES
    visit.run("(choose(true), analytics.track('after'), 0)")
    visit.wait("analytics.consent.state() === 'given'")
    assert names(visit) == ["after"]


@pytest.mark.parametrize("platform", BEFORE)
def test_a_tag_that_fires_twice(visit: Visit, platform: str) -> None:
    """A recipe that runs twice is one: nothing throws, and each call leaves once."""
    put_platform(visit, platform)
    driver = f'<script src="/platform/{platform}.js"></script>'
    visit.write(BUNDLE + START + '<script src="/platform/stored.js"></script>' + driver)
    for _ in range(2):
        visit.run(LATE, RECIPES[platform])
    visit.wait("isReady()")
    visit.run("(choose(true), 0)")
    visit.wait("analytics.consent.state() === 'given'")
    assert names(visit) == ROUTES


ASK = 'if (!CookieConsent.validConsent()) analytics.consent.set("pending");'


def test_terms_that_are_new(visit: Visit) -> None:
    """Who has refused, and is asked again, is pending: what is called from then on can leave."""
    put_platform(visit, "vanilla")
    script, driver, recipe = parts("vanilla")
    for revision, answer in enumerate(["false", "true"]):
        terms = recipe.replace("run({", f"run({{ revision: {revision},")
        again = f"<script>{ASK}</script>"
        visit.write(BUNDLE + START + script + driver + terms + again)
        assert visit.run("analytics.consent.state()") == "pending"
        visit.run(f"(analytics.track('asked'), choose({answer}), 0)")
    assert names(visit) == ["asked"]


LOCATED = """<iframe name="__tcfapiLocator" hidden></iframe>
<script src="/platform/stored.js"></script>
<script src="/platform/tcf.js"></script><script>
  addEventListener('message', ({ data, source }) => {
    const { command, version, callId } = data.__tcfapiCall
    __tcfapi(command, version, (returnValue, success) => {
      source.postMessage({ __tcfapiReturn: { returnValue, success, callId } }, '*')
    })
  })
</script><iframe src="/framed.html"></iframe>"""
IN_FRAMES = """<script>{
  const callbacks = []
  addEventListener('message', ({ data: { __tcfapiReturn: said } }) => {
    callbacks[said.callId](said.returnValue, said.success)
  })
  window.__tcfapi = (command, version, callback) => {
    const callId = callbacks.push(callback) - 1
    parent.postMessage({ __tcfapiCall: { command, version, callId } }, '*')
  }
}</script>"""
"""What IAB's script for frames does once it has found the locator."""


def test_a_frame_whose_platform_is_around_it(visit: Visit) -> None:
    """The recipe for the TCF hears what the page around says, a change of mind as well."""
    put_platform(visit, "tcf")
    recipe = f"<script>{RECIPES['tcf']}</script>"
    visit.site.files["framed.html"] = "<!doctype html>" + BUNDLE + START + IN_FRAMES + recipe
    visit.write(LOCATED)
    visit.wait("isReady()")
    frame = visit.page.frames[-1]
    frame.wait_for_function("window.analytics && analytics.consent.state() === 'pending'")
    visit.run("(choose(true), 0)")
    assert sorted(from_all_tabs(visit, 3)) == sorted(ROUTES)
    visit.run("(choose(false), 0)")
    frame.wait_for_function("analytics.consent.state() === 'refused'")
