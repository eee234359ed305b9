"""A page that forbids storage gets the same commands, and knows its user as long as it is open."""

from __future__ import annotations

import pytest

from tests.support.page_parts import LOADED
from tests.support.visit import Visit
from tests.support.visit_log import clean_log, log_of, page_of

THROW = "throw new DOMException('The operation is insecure.', 'SecurityError')"
BLOCKED = {
    "cookies throw": (
        f"Object.defineProperty(document, 'cookie', {{get() {{ {THROW} }}, set() {{ {THROW} }}}})"
    ),
    "cookies are empty": (
        "Object.defineProperty(document, 'cookie', {get() { return '' }, set() {}})"
    ),
    "no local storage": f"Object.defineProperty(window, 'localStorage', {{get() {{ {THROW} }}}})",
    "local storage is full": (
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    ),
    "local storage cannot be read": f"Storage.prototype.getItem = () => {{ {THROW} }}",
    "neither cookies nor local storage": f"""for (const [place, name] of
        [[Document.prototype, 'cookie'], [window, 'localStorage']]) {{
          Object.defineProperty(place, name, {{get() {{ {THROW} }}, set() {{ {THROW} }}}}) }}""",
}
FRAME = '<iframe sandbox="allow-scripts" src="framed.html"></iframe>'
IDENTITY = """<script>
  const ids = [], note = () => { ids.push(String(analytics.user().id())) }
  note(); analytics.identify('u1'); note(); analytics.page(); analytics.identify(); note()
  analytics.identify(7); note(); analytics.reset(); note()
  document.body.insertAdjacentHTML('beforeend', '<pre>' + ids + '</pre>')
</script>"""
IDS = "undefined,u1,u1,7,undefined"


@pytest.mark.parametrize("kind", BLOCKED)
def test_same_commands(kind: str, visit: Visit) -> None:
    """What is stored or not changes no command, and nothing is thrown."""
    log = log_of("standalone", visit, f"<script>{BLOCKED[kind]}</script>")
    assert log == clean_log(visit)


@pytest.mark.parametrize("kind", BLOCKED)
def test_same_user(kind: str, visit: Visit) -> None:
    """The user id holds from a login to the next or to the logout, without any storage to help."""
    visit.hold_tracker()  # not ours to answer for: trackers touch cookies as well
    visit.write(f"<script>{BLOCKED[kind]}</script>{LOADED}{IDENTITY}")
    assert visit.page.locator("pre").text_content() == IDS


def framed(visit: Visit, body: str) -> str:
    """Return what a page writes that runs in a sandbox, as an origin that has no storage at all."""
    visit.without_instruments()
    visit.hold_tracker()
    visit.site.files["framed.html"] = f"<!doctype html><body>{body}"
    visit.write(FRAME)
    return visit.page.frame_locator("iframe").locator("pre").text_content() or ""


def test_same_commands_in_a_sandbox(visit: Visit) -> None:
    """An opaque origin, where cookies and local storage both throw, gets the same commands."""
    assert framed(visit, page_of("standalone")).splitlines() == clean_log(visit)


def test_same_user_in_a_sandbox(visit: Visit) -> None:
    """An opaque origin knows its user as long as the page is open."""
    assert framed(visit, LOADED + IDENTITY) == IDS


def test_a_sandbox_has_no_storage(visit: Visit) -> None:
    """The sandbox of these tests does forbid cookies and local storage."""
    tried = """<pre></pre><script>
      for (const store of ['document.cookie', 'localStorage']) {
        let found = 'open'
        try { eval(store) } catch (error) { found = error.name }
        document.querySelector('pre').append(store + ': ' + found + '. ')
      }
    </script>"""
    assert framed(visit, tried) == "document.cookie: SecurityError. localStorage: SecurityError. "
