"""The page: the only module that names ``window``, ``document``, ``console`` and timers.

Nothing here throws: what a page forbids (storage, cookies, its own console) counts as absent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paqbridge.flags import FULL
from paqbridge.native import each, each_in_query, is_list, read, url_decoded, url_encoded
from paqbridge.native_support import js_value

page: Any = js_value("globalThis.window", None)
"""The browser's window; None outside a browser, where importing must do no harm."""

YEAR = "31536000"
"""Seconds that a cookie lives, Segment's choice."""


def attempt(action: Callable[[], Any]) -> Any:
    """Return what ``action`` returns, or None where the page makes it throw."""
    try:
        return action()
    except Exception:
        pass


def queue() -> Any:
    """Return Matomo's queue, looked up anew each time: the tracker replaces it when it loads."""
    if not page._paq:
        page._paq = []
    return page._paq


def push(command: Any) -> None:
    """Hand one command to Matomo, even on a page whose arrays have a broken ``push``."""
    try:
        waiting = queue()
        if is_list(waiting) and not read(waiting, "push"):
            waiting.append(command)
        else:
            waiting.push(command)
    except Exception:
        pass


def is_live() -> bool:
    """Tell whether a tracker has taken the queue over: it is no array any more."""
    return page._paq and not is_list(page._paq)


def is_queued(name: str) -> bool:
    """Tell whether a command of that name waits in the queue, whoever put it there."""
    return any(read(command, "0") == name for command in queue())


def drop_queue() -> None:
    """Take the queue off the page."""
    page._paq = None


def warn(text: str, received: Any) -> None:
    """Say something to the page's developers, and show them the value that it is about."""
    page.console.warn("paqbridge: " + text + ", received", received)


def tell(text: str) -> None:
    """Say something to the page's developers that is no trouble."""
    attempt(lambda: page.console.info("paqbridge: " + text))


def later(action: Callable[[], Any], milliseconds: int) -> None:
    """Run ``action`` after a while; what a callback of the page throws stays with it."""
    page.setTimeout(lambda: attempt(action), milliseconds)


def on_leave(action: Callable[[], None]) -> None:
    """Run ``action`` when the page is left, for whatever reason; a second time adds nothing."""
    attempt(lambda: page.addEventListener("pagehide", action))


def inject_script(source: str, nonce: str, on_end: Callable[[], None]) -> Any:
    """Add a script element, asynchronous as all that scripts create are, and return it."""
    script = page.document.createElement("script")
    script.onload = on_end
    script.onerror = on_end
    if nonce:
        script.nonce = nonce
    script.src = trusted(source)
    place = page.document.head or page.document.documentElement
    place.appendChild(script)
    return script


def trusted(source: str) -> Any:
    """Return the URL as pages that enforce Trusted Types want it."""
    if not page.trustedTypes:
        return source
    # It may let everything through: ``serverUrl`` has been checked already.
    rules = {"createScriptURL": lambda text: text}
    return page.trustedTypes.createPolicy("paqbridge", rules).createScriptURL(source)


STORE: Any = {"is_shut": False}
"""Whether nothing may be stored now: before consent."""


def shut_storage(is_shut: bool) -> None:
    """Store nothing from now on, or store again; what is there can still be read and deleted."""
    STORE["is_shut"] = is_shut


def read_cookie(name: str) -> Any:
    """Return a cookie's text, or None."""
    return attempt(lambda: cookie_in(page.document.cookie, name))


def cookie_in(cookies: str, name: str) -> Any:
    """Find one cookie in the text that a document has of them."""
    for part in cookies.split("; "):
        if part.startswith(name + "="):
            return url_decoded(part[len(name) + 1 :])
    return None


def write_cookie(name: str, value: Any, domain: str) -> None:
    """Set a cookie for a year, as Segment does; None as value deletes it."""
    if FULL and STORE["is_shut"] and value is not None:
        return
    scope = "; path=/; samesite=lax" + ("" if domain == "" else "; domain=" + domain)
    text = "=; max-age=0" if value is None else "=" + url_encoded(value) + "; max-age=" + YEAR

    def write() -> None:
        page.document.cookie = name + text + scope

    attempt(write)


def hostname() -> str:
    """Return the name of the host that the page came from."""
    return attempt(lambda: page.location.hostname) or ""


def read_storage(name: str) -> Any:
    """Return a text of the page's local storage, or None."""
    return attempt(lambda: page.localStorage.getItem(name))


def write_storage(name: str, value: Any) -> None:
    """Keep a text in local storage; None as value deletes it."""
    if FULL and STORE["is_shut"] and value is not None:
        return
    if value is None:
        attempt(lambda: page.localStorage.removeItem(name))
    else:
        attempt(lambda: page.localStorage.setItem(name, value))


def each_own_setting(visit: Callable[[Any, str], Any]) -> None:
    """Call ``visit`` with each text and its name: the script's URL first, then its attributes."""

    def look() -> None:
        script = page.document.currentScript
        each_in_query(script.src, visit)
        each(script.dataset, visit)

    attempt(look)


def is_anonymous(analytics: Any) -> bool:
    """Tell whether a host knows no user any more; not where the host cannot tell."""
    return analytics is not None and attempt(lambda: analytics.user().id() is None) is True


def known_user(analytics: Any) -> Any:
    """Return the id of getanalytics' user, or None."""
    return attempt(lambda: analytics.user("userId"))


def page_facts() -> Any:
    """Return the page's URL, title and referrer as they are now."""
    return {
        "url": attempt(lambda: page.location.href),
        "title": attempt(lambda: page.document.title),
        "referrer": attempt(lambda: page.document.referrer),
    }


def global_value(name: str) -> Any:
    """Return a global variable of the page, or None."""
    return attempt(lambda: page[name])


def set_global(name: str, value: Any) -> None:
    """Set a global variable of the page."""
    page[name] = value
