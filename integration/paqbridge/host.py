"""The page: the only module that names ``window``, ``document``, ``console`` and timers.

Nothing here throws: what a page forbids (storage, cookies, its own console) counts as absent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from paqbridge.native import (
    cookie_in,
    each,
    each_in_query,
    floored,
    guarded,
    has_own,
    read,
    read_member,
    url_encoded,
)
from paqbridge.native_support import arity, js, js_value

if TYPE_CHECKING:
    from paqbridge.types.page import Action, Guarded, PageFacts, Untrusted

    T = TypeVar("T")

page: Any = js_value("globalThis.window", None)
"""The browser's window; None outside a browser, where importing must do no harm."""

running: Any = js_value("globalThis.document && document.currentScript", None)
"""The element of the script that begins to run now. A module has none, and later nobody has.

Where an image or a form has this for its name, that stands here.
"""

OWN_TRACKER = "paqbridgeTracker"
"""The global variable in which modules find the function that starts our tracker."""

YEAR = "31536000"
"""Seconds that a cookie lives, Segment's choice."""


def attempt(look: Callable[[], T]) -> T | None:
    """Return what a look at the page gives, or None where the page makes it throw."""
    try:
        return look()
    except Exception:
        return None


def has_objected() -> bool:
    """Tell whether the browser sends Global Privacy Control."""
    return attempt(lambda: page.navigator.globalPrivacyControl) is True


def has_page() -> bool:
    """Tell whether there is a page; on a server there is none."""
    return page is not None


def warn(text: str, received: Untrusted) -> None:
    """Say something to the page's developers, and show them the value that it is about."""
    attempt(lambda: page.console.warn("paqbridge: " + text + ", received", received))


def tell(text: str) -> None:
    """Say something to the page's developers that is no trouble."""
    attempt(lambda: page.console.info("paqbridge: " + text))


@js("try { callback(argument) } catch (error) { warn('a callback threw', error) }")
def run(callback: Guarded, argument: Untrusted = None) -> None:
    """Run a callback of the page's; its error is shown, and costs nobody else anything."""
    try:
        callback(*[argument][: arity(callback)])
    except Exception as error:
        warn("a callback threw", error)


@js(
    """
    try { return Reflect.apply(callback, owner, args) }
    catch (error) { warn('a callback threw', error) }
    """
)
def run_as(callback: Guarded, owner: Untrusted, args: list[Untrusted]) -> Untrusted:
    """Run a callback of the page's as a method of ``owner``; its error is only shown."""
    try:
        return callback(*args[: arity(callback)])
    except Exception as error:
        warn("a callback threw", error)
        return None


@js(
    """
    return Promise.resolve().then(action).catch((error) => {
      warn('a callback threw', error)
      throw error
    })
    """
)
def showing(action: Callable[[], T]) -> T:
    """Return a promise of what callbacks of the page's lead to, which is broken where one throws.

    Its error is shown, since hosts hide it. CPython has no promises: it gets the result.
    """
    try:
        return action()
    except Exception as error:
        warn("a callback threw", error)
        raise


def later(action: Action, milliseconds: float) -> None:
    """Run ``action`` after a while, under the guard."""
    attempt(lambda: page.setTimeout(guarded(action), milliseconds))


@js("Promise.resolve().then(guarded(action))")
def soon(action: Action) -> None:
    """Run ``action`` when the script that runs now has ended, ahead of timers, under the guard."""
    later(action, 0)


def hear(target: Untrusted, name: str, action: Callable[[Untrusted], object]) -> None:
    """Hear of events, ahead of those who do not ask for that, under the guard."""
    place: Any = target
    place.addEventListener(name, guarded(action), True)


def hear_itself(name: str, action: Action) -> None:
    """Hear of an event of the window's own, not of what is in it, under the guard."""

    def hear_own(event: Untrusted) -> None:
        given: Any = event
        if given.target == page:
            action()

    hear(page, name, hear_own)


def once_shown(action: Callable[[], object]) -> Untrusted:
    """Run ``action`` now, or as soon as a page is shown that is prerendered, under the guard.

    What it returns now is returned.
    """
    if attempt(lambda: page.document.prerendering):
        hear(page.document, "prerenderingchange", lambda event: action())
        return None
    return attempt(action)


def on_leave(action: Action) -> None:
    """Run ``action`` when the page is left, for whatever reason; a second time adds nothing."""
    attempt(lambda: page.addEventListener("pagehide", action))


def on_seen(action: Action) -> None:
    """Run ``action`` when the page's tab is seen again, also from the browser's page cache."""
    attempt(lambda: hear(page.document, "visibilitychange", lambda event: action()))


def is_parsing() -> bool:
    """Tell whether the document is still being read: what is missing may be in the rest of it."""
    return attempt(lambda: page.document.readyState) == "loading"


def once_parsed(action: Action) -> None:
    """Run ``action`` when the document has been read; a second time adds nothing."""
    attempt(lambda: page.addEventListener("DOMContentLoaded", action))


def inject_script(source: str, nonce: str, on_end: Action) -> Untrusted:
    """Add a script element, asynchronous as all that scripts create are, and return it."""
    return attempt(lambda: injected(source, nonce, on_end))


def injected(source: str, nonce: str, on_end: Action) -> Untrusted:
    """Add a script element, where the page allows it."""
    script: Any = page.document.createElement("script")
    script.onload = on_end
    script.onerror = on_end
    nonce = nonce or (running and running.nonce)
    if nonce:
        script.nonce = nonce
    script.src = trusted(source)
    if page["Matomo"] != global_value("Matomo"):
        # An element has that id: Matomo's script would take it for itself.
        set_global("Matomo", None)
    place = page.document.head or page.document.documentElement
    place.appendChild(script)
    return script


def trusted(source: str) -> Any:
    """Return the URL as pages that enforce Trusted Types want it."""
    # It may let everything through: ``serverUrl`` has been checked already.
    rules = {"createScriptURL": lambda text: text}
    # Where the page allows no such policy, it may have a default one, or enforce none.
    return (
        attempt(lambda: page.trustedTypes.createPolicy("paqbridge", rules).createScriptURL(source))
        or source
    )


def read_cookie(name: str) -> str | None:
    """Return a cookie's text, or None."""
    return attempt(lambda: cookie_in(page.document.cookie, name))


def write_cookie(name: str, value: str | None, domain: str) -> None:
    """Set a cookie for a year, as Segment does; None as value deletes it."""
    scope = "; path=/; samesite=lax" + ("" if domain == "" else "; domain=" + domain)
    text = "=; max-age=0" if value is None else "=" + url_encoded(value) + "; max-age=" + YEAR
    set_cookie(name + text + scope)


def cookies() -> str:
    """Return the cookies that the page can see, as ``name=value; name=value``.

    An element of the name ``cookie`` stands in their way: its text has none.
    """
    return attempt(lambda: f"{page.document.cookie}") or ""


def put_cookie(cookie: str, life: str, place: str) -> None:
    """Set a cookie, as ``name=value``, for so many seconds; ``place`` is its path and domain."""
    set_cookie(cookie + "; samesite=lax; max-age=" + life + place)


def set_cookie(text: str) -> None:
    """Set a cookie that is written out, with its place and its life."""

    def put() -> None:
        page.document.cookie = text

    attempt(put)


def hostname() -> str:
    """Return the name of the host that the page came from."""
    return attempt(lambda: page.location.hostname) or ""


def pathname() -> str:
    """Return the path of the page's address."""
    return attempt(lambda: page.location.pathname) or ""


@js(
    """
    return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
      var random = Math.random() * 256
      try { random = page.crypto.getRandomValues(new Uint8Array(1))[0] } catch (error) {}
      return (digit ^ (random & (15 >> (digit / 4)))).toString(16)
    })
    """
)
def random_id() -> str:
    """Return a UUID of version 4, which a page without TLS can have as well."""
    from uuid import uuid4

    return str(uuid4())


@js("try { return new URL(url, page.document.baseURI) } catch (error) {}")
def parts_of_url(url: Untrusted) -> Any:
    """Return a URL's parts, as seen from the page, or None where it is none."""
    return None


def noted_moment() -> dict[str, Untrusted]:
    """Return what a snippet notes of the page with a call that it keeps."""
    facts = page_facts()
    link = attempt(lambda: page.document.querySelector("link[rel=canonical i]"))
    return {
        "u": facts["url"],
        "t": facts["title"],
        "r": facts["referrer"],
        "c": link and link.href,
        "d": clock(),
    }


def page_context(moment: dict[str, Untrusted]) -> dict[str, Untrusted]:
    """Return what Segment's messages say of the page at a moment.

    A canonical link goes before the address, with the address's query if it has none, and without
    its hash, which Segment's library puts ahead of that query. A link of the document has its
    password, where the address has one: that is left out.
    """
    parts = parts_of_url(moment["u"])
    link = parts_of_url(moment["c"]) if moment["c"] else None
    shown = link or parts
    search = attempt(lambda: parts.search) or ""
    return {
        "path": attempt(lambda: shown.pathname),
        "referrer": moment["r"],
        "search": search,
        "title": moment["t"],
        "url": attempt(
            lambda: shown.protocol + "//" + shown.host + shown.pathname + (shown.search or search)
        ),
    }


def browser_facts() -> dict[str, Untrusted]:
    """Return what Segment's messages say of the browser."""
    return {
        "userAgent": attempt(lambda: page.navigator.userAgent),
        "locale": attempt(lambda: page.navigator.language),
    }


ZONE: dict[str, Untrusted] = {}


def timezone() -> Untrusted:
    """Return the name of the visitor's time zone, or None; a browser takes its time to say it."""
    if not has_own(ZONE, "name"):
        ZONE["name"] = attempt(lambda: page.Intl.DateTimeFormat().resolvedOptions().timeZone)
    return ZONE["name"]


def is_script(element: Untrusted) -> bool:
    """Tell whether an element is a script: it alone has a text.

    An image that is called ``currentScript`` or ``scripts``, which a visitor may have written into
    the page, has none: what it says would be where scripts are fetched from.
    """
    script: Any = element
    return isinstance(script.text, str)


def own_script() -> Any:
    """Return the script element that ran as ours began, or None."""
    return running if is_script(running) else None


def own_attribute(name: str) -> str | None:
    """Return what a ``data-`` attribute of our own running script element says, or None."""
    return attempt(lambda: own_script().dataset[name])


def on_route(action: Action) -> None:
    """Run ``action`` whenever the page's address has changed, without another page being loaded.

    A browser that says so itself is asked; in others the two methods are wrapped that change it,
    and so where a page has a variable or an element of the browser's name for it.
    """

    def listen() -> None:
        navigation = global_value("navigation")
        if read_member(navigation, "currentEntry"):
            navigation.addEventListener("currententrychange", guarded(action))
        else:
            page.addEventListener("popstate", guarded(action))
            wrap_history(guarded(action))

    attempt(listen)


@js(
    """
    ['pushState', 'replaceState'].forEach((name) => {
      var before = page.history[name]
      page.history[name] = function () {
        var result = Reflect.apply(before, this, arguments)
        action()
        return result
      }
    })
    """
)
def wrap_history(action: Action) -> None:
    """Run ``action`` after each call that changes the address."""


def read_storage(name: str) -> str | None:
    """Return a text of the page's local storage, or None."""
    return attempt(lambda: page.localStorage.getItem(name))


def local_storage() -> Untrusted:
    """Return the page's local storage, for who reads it often; None where there is none."""
    return attempt(lambda: page.localStorage)


def item_of(storage: Any, name: str) -> str | None:
    """Return a text of a storage, or None."""
    return attempt(lambda: storage.getItem(name))


def write_storage(name: str, value: str | None) -> None:
    """Keep a text in local storage; None as value deletes it.

    Where storage is full, nothing is kept: what was there may be somebody else's. It goes only
    then, since another tab may read at any time.
    """
    if value is not None:
        attempt(lambda: page.localStorage.setItem(name, value))
    if read_storage(name) != value:
        attempt(lambda: page.localStorage.removeItem(name))


def tell_tabs(name: str, word: str) -> None:
    """Say a word to the site's other tabs; nothing of it stays in storage."""
    write_storage(name, word)
    write_storage(name, None)


def on_word(name: str, hear: Callable[[Untrusted], object]) -> None:
    """Hear what other tabs say under a name."""

    def listen(event: Any) -> None:
        if event.key == name and event.newValue:
            hear(event.newValue)

    attempt(lambda: page.addEventListener("storage", listen))


def each_script(visit: Callable[[Untrusted, str], object]) -> None:
    """Call ``visit`` with each script element of the page and its index, the running one first."""

    def look() -> None:
        if running:
            visit(running, "")
        each(page.document.scripts, visit)

    attempt(look)


def each_setting_of(script: Untrusted, visit: Callable[[Untrusted, str], object]) -> None:
    """Call ``visit`` with each text and its name of a script: its nonce, its URL, attributes."""
    element: Any = script
    if is_script(element):
        visit(element.nonce, "nonce")
        each_in_query(element.src, visit)
        each(element.dataset, visit)


def script_address() -> str:
    """Return the address of our script, where it was an element's as it began to run."""
    return attempt(lambda: own_script().src) or ""


@js(
    """
    var stop = new page.AbortController()
    page.fetch(address, { credentials: 'omit', redirect: 'error', signal: stop.signal })
      .then((answer) => answer.ok && answer.text())
      .then(hear, () => hear(false))
    return () => stop.abort()
    """
)
def fetch_text(address: str, hear: Callable[[Untrusted], object]) -> Action:
    """Fetch a text, without cookies and from nowhere else; return what ends the wait for it.

    ``hear`` gets the text, or False where there is none.
    """
    end: Action = page.fetch(address, hear)
    return end


@js("return script == running || (script.src && new Error().stack.includes(script.src + ':'))")
def is_running(script: Untrusted) -> bool:
    """Tell whether an element's script runs now: a module's address is in the trace of calls."""
    return script is running or script in page.running


def user_of(analytics: Any) -> Untrusted:
    """Return the id of a classic host's user, False for nobody; None where it cannot tell."""
    return attempt(lambda: analytics.user().id() or False)


def address() -> str | None:
    """Return the page's URL as it is now."""
    return attempt(lambda: page.location.href)


def quick_address() -> str | None:
    """Return the page's URL, for each call: a document answers ten times as fast as its location.

    But an element of the name ``URL`` can stand in its way, and a document tells the password that
    was in an address; its location does not.
    """
    url = attempt(lambda: page.document.URL)
    return url if isinstance(url, str) and "@" not in url else address()


def page_facts() -> PageFacts:
    """Return the page's URL, title and referrer as they are now."""
    return {
        "url": address(),
        "title": title(),
        "referrer": attempt(lambda: page.document.referrer),
    }


def title() -> str | None:
    """Return the document's title, though an element of that name may stand in its way."""

    def look() -> str:
        text: str = page.document.querySelector("title").text
        return text

    found = attempt(lambda: page.document.title)
    return found if isinstance(found, str) else attempt(look)


ROUTE: dict[str, Any] = {"url": None, "number": 0}
"""The address of the latest page call, and how many there have been one after the other."""


def route(url: str | None) -> int:
    """Return the number of the route that a page call is made on: a way back has another."""
    if url != ROUTE["url"]:
        ROUTE["url"] = url
        ROUTE["number"] += 1
    return latest_route()


def latest_route() -> int:
    """Return the number of the latest page call's route."""
    number: int = ROUTE["number"]
    return number


def canonical_link() -> list[str]:
    """Return the canonical link, which hosts take for the page's URL: as written, and absolute."""

    def look() -> list[str]:
        link = page.document.querySelector("link[rel=canonical]")
        return [link.getAttribute("href"), link.href] if link else []

    return attempt(look) or []


def clock() -> float:
    """Return the time, in milliseconds since 1970."""
    return attempt(lambda: page.Date.now()) or 0


@js("var now = new page.Date(); return [now.getHours(), now.getMinutes(), now.getSeconds()]")
def local_time() -> list[int]:
    """Return the visitor's hours, minutes and seconds."""
    return [0, 0, 0]


@js(
    """
    try {
      page.navigator.userAgentData.getHighEntropyValues(names).then((hints) => {
        if (hints.fullVersionList) { delete hints.brands; delete hints.uaFullVersion }
        hear(JSON.stringify(hints))
      }).then(0, () => hear())
    } catch (error) { hear() }
    """
)
def ask_hints(names: list[str], hear: Callable[[str | None], object]) -> None:
    """Ask the browser what it says of itself; ``hear`` gets it as JSON, or None.

    Extensions that hide it may have the question throw, or answer with anything. ``Promise`` is the
    page's, which may have put one of its own there: it is the answer's that is asked.
    """


@js(
    """
    var now = []
    try {
      var data = new page.FormData(form, submitter)
      data.delete('_charset_')
      now = data
    } catch (error) {}
    return ({ formData }) => {
      now.forEach((value, name) => formData.delete(name))
      now.forEach((value, name) => formData.append(name, value))
    }
    """
)
def fields_of(form: Untrusted, submitter: Untrusted) -> Guarded:
    """Return what gives a form that is about to leave the values that its fields have now.

    Where the browser cannot say so of a button, the button's own value stays, and all do where the
    page has something else by the name of ``FormData``; ``_charset_`` is what the browser says of
    the encoding as it sends them.
    """
    return lambda event: None


@js("return new page.Blob([text], { type: 'application/x-www-form-urlencoded; charset=UTF-8' })")
def form_body(text: str) -> Untrusted:
    """Return a body as forms are sent, which needs no leave of another host."""
    return text


@js("page.fetch(address, options).then(() => hear(true), () => hear(false))")
def fetch_answer(
    address: str, options: dict[str, Untrusted], hear: Callable[[bool], object]
) -> None:
    """Fetch something; ``hear`` is told whether there was an answer."""


@js(
    """
    var image = new page.Image()
    image.onload = () => hear(true)
    image.onerror = () => hear(false)
    image.src = address
    """
)
def load_image(address: str, hear: Callable[[bool], object]) -> None:
    """Load an image; ``hear`` is told whether there was one."""


@js(
    """
    var seen = new page.IntersectionObserver((entries) => entries.forEach((entry) => {
      if (entry.isIntersecting) { seen.unobserve(entry.target); see(entry.target) }
    }))
    nodes.forEach((node) => seen.observe(node))
    """
)
def watch_views(nodes: list[Untrusted], see: Callable[[Untrusted], object]) -> None:
    """Tell of each element once, as it comes into view."""


def seconds_since(time: float) -> int:
    """Return how many whole seconds ago a time was, in milliseconds since 1970."""
    return floored((clock() - time) / 1000)


@js(
    """
    return Object.getPrototypeOf(
      kind == 'Document' ? page.document : page.document.createElement('form')
    )
    """
)
def methods_of(kind: str) -> Any:
    """Return the methods that elements, a document or forms have in this browser.

    A browser has them by the name of the kind as well, which pages take for classes of their own.
    """
    return global_value(kind).prototype


@js("return read(page, name)")
def global_value(name: str) -> Any:
    """Return a global variable of the page, or None; an element of that name is none.

    A browser has each element with an id as a member of its window, but not as one of its own.
    """
    return attempt(lambda: page[name])


def is_queued(name: str) -> bool:
    """Tell whether a command of that name waits in Matomo's queue, whoever put it there."""
    return any(read(command, "0") == name for command in global_value("_paq") or [])


def set_global(name: str, value: Untrusted) -> None:
    """Set a global variable of the page."""
    page[name] = value


@js("var before = page._paq; try { _paq = page._paq = queue } catch (error) {} return before")
def take_queue(queue: dict[str, Untrusted]) -> Untrusted:
    """Be Matomo's queue on the page, also where its name is a ``let`` of the page's own; return
    what was there."""
    before: Untrusted = page["_paq"]
    page["_paq"] = queue
    return before


@js(
    """
    try {
      if (typeof _paq == 'object' && _paq != page._paq) page._paq = [].concat(page._paq || [], _paq)
    } catch (error) {}
    """
)
def join_queues() -> None:
    """Put what waits in a ``let _paq`` of the page's own into the window's queue."""


def publish(name: str, value: Untrusted) -> None:
    """Set a global variable of the page when a script starts; on a server it does nothing."""
    if page:
        set_global(name, value)


def tracker_consent(to_cookies: bool) -> str:
    """Return what Matomo's tracker has been told: consent is given, pending, or nothing of it.

    It tells nothing of a consent to cookies alone but whether it sets any.
    """

    def look() -> str:
        tracker = the_tracker()
        if tracker is None:
            return ""
        if tracker.isConsentRequired() and not tracker.hasConsent():
            return "pending"
        is_given = tracker.areCookiesEnabled() if to_cookies else tracker.isConsentRequired()
        return "given" if is_given else ""

    return attempt(look) or ""


def keeps_no_cookies() -> bool:
    """Tell whether Matomo's tracker keeps no cookies, though it may send."""

    def look() -> bool:
        tracker = the_tracker()
        return tracker and tracker.hasConsent() and not tracker.areCookiesEnabled()

    return attempt(look) is True


def the_tracker() -> Any:
    """Return Matomo's tracker, None where there is none: what throws and is caught takes long."""
    matomo = page.Matomo or page.Piwik
    return matomo and matomo.getAsyncTracker()


@js(
    """
    try { the_tracker().trackPageView({ get text() { throw 0 } }) } catch (error) {
      var queue = page._paq || '', names = is_over ? /^(track|opt|forgetConsent)/ : /^track/
      for (var i = queue.length; i--;) if (names.test(read(queue[i], '0'))) queue.splice(i, 1)
    }
    """
)
def drop_tracked(is_over: bool) -> None:
    """Have Matomo's tracker drop what it has held for want of consent, or is to find in its queue.

    It has no command for that, but begins each page view so; this one it does not get to send.
    A refusal that ``is_over`` goes out of the queue as well: the tracker would hear it last.
    """


def add_plugin(plugin: dict[str, Untrusted]) -> None:
    """Be a plugin of Matomo's tracker, where one is there; a second time adds nothing."""
    attempt(lambda: (page.Matomo or page.Piwik).addPlugin("paqbridge", plugin))
