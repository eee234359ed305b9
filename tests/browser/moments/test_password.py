"""An address with a password, as test sites have it: nobody but the browser is told."""

from __future__ import annotations

from tests.browser.moments.arrived import views
from tests.support.visit import Visit


def test_a_password_in_the_address(visit: Visit) -> None:
    """The document tells it, the page's location does not: a first view is one command."""
    visit.go(visit.address.replace("//", "//me:secret@") + "/page.html")
    visit.run("(analytics.load(settings), analytics.page(), 0)")
    visit.wait_until_live()
    assert visit.pushed()[-1] == ["trackPageView"]
    visit.run("(go('/@me', 'Me'), analytics.page(), analytics.track('Seen'), 0)")
    requests = visit.requests()
    assert [hit["url"] for hit in requests] == [
        visit.address + path for path in ("/page.html", "/@me", "/@me")
    ]
    assert "secret" not in str(requests)


def test_calls_that_have_waited(visit: Visit) -> None:
    """Nor is it told of calls that wait for consent."""
    visit.go(visit.address.replace("//", "//me:secret@") + "/page.html?consent=load")
    visit.run("(analytics.load(settings), analytics.page(), go('/b', 'B'), analytics.page(), 0)")
    visit.run("(analytics.consent.give(), 0)")
    assert views(visit) == [("/page.html?consent=load", "Shell"), ("/b", "B")]


HEARD = """
  window.heard = []
  analytics.addSourceMiddleware(({ payload, next }) => {
    heard.push(payload.obj.context.page.url)
    next(payload)
  })
"""


def test_what_plugins_are_told(visit: Visit) -> None:
    """A relative canonical link has the password that the document's address has."""
    visit.go(visit.address.replace("//", "//me:secret@") + "/page.html?size=m#top")
    visit.run(f"(() => {{ {HEARD} }})()")
    visit.run("(analytics.load(settings), analytics.page(), 0)")
    link = "<link rel=canonical href=/shirts?a=1#b>"
    visit.run(f"(document.head.insertAdjacentHTML('beforeend', '{link}'), analytics.page(), 0)")
    visit.wait("heard.length === 2")
    assert visit.run("heard") == [
        visit.address + path for path in ("/page.html?size=m", "/shirts?a=1")
    ]


def test_an_address_that_a_call_gives(visit: Visit) -> None:
    """A router may hand the document's URL over."""
    visit.go(visit.address.replace("//", "//me:secret@") + "/page.html")
    visit.run("(analytics.load(settings), analytics.page({ url: document.URL + '?a=1' }), 0)")
    assert views(visit) == [("/page.html?a=1", "Shell")]
