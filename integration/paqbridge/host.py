"""The page: the only module that names ``window``, ``document``, ``console`` and timers.

Nothing here throws: what a page forbids (storage, cookies, its own console) counts as absent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paqbridge.native import assign, is_list, query_value, read, url_decoded, url_encoded
from paqbridge.native_support import js_value

page: Any = js_value("typeof window == 'undefined' ? undefined : window", None)
"""The browser's window; None outside a browser, where importing must do no harm."""

YEAR = "31536000"
"""Seconds that a cookie lives, Segment's choice."""


def attempt(action: Callable[[], Any]) -> Any:
    """Return what ``action`` returns, or None where the page makes it throw."""
    try:
        return action()
    except Exception:
        return None


def queue() -> Any:
    """Return Matomo's queue, looked up anew each time: the tracker replaces it when it loads."""
    if page._paq is None:
        page._paq = []
    return page._paq


def push(command: Any) -> None:
    """Hand one command to Matomo, even on a page whose arrays have a broken ``push``."""
    waiting = queue()
    before = len(waiting) if is_list(waiting) else None
    try:
        waiting.push(command)
    except Exception:
        pass
    if before is not None and len(waiting) == before and read(waiting, "push") is None:
        waiting.append(command)


def is_live() -> bool:
    """Tell whether a tracker has taken the queue over: it is no array any more."""
    return page._paq is not None and not is_list(page._paq)


def is_queued(name: str) -> bool:
    """Tell whether a command of that name waits in the queue, whoever put it there."""
    return any(read(command, "0") == name for command in queue())


def drop_queue() -> None:
    """Take the queue off the page."""
    page._paq = None


def warn(text: str, received: Any) -> None:
    """Say something to the page's developers, and show them the value that it is about."""
    page.console.warn("paqbridge: " + text, received)


def later(action: Callable[[], Any], milliseconds: int) -> None:
    """Run ``action`` after a while; a callback of the page that throws is only warned of."""

    def run() -> None:
        try:
            action()
        except Exception:
            warn("a callback threw", action)

    page.setTimeout(run, milliseconds)


def inject_script(source: str, nonce: Any, on_load: Any, on_error: Any) -> Any:
    """Add a script element, asynchronous as all that scripts create are, and return it."""
    script = page.document.createElement("script")
    script.onload = on_load
    script.onerror = on_error
    if nonce is not None:
        script.nonce = nonce
    script.src = trusted(source)
    place = page.document.head or page.document.documentElement
    place.appendChild(script)
    return script


def trusted(source: str) -> Any:
    """Return the URL as pages that enforce Trusted Types want it."""
    types = page.trustedTypes
    if types is None:
        return source
    return types.createPolicy("paqbridge", {"createScriptURL": same}).createScriptURL(source)


def same(text: str) -> str:
    """Return the URL: ``serverUrl`` has been checked already."""
    return text


def remove(script: Any) -> None:
    """Take a script element out of the page, where there is one."""
    if script is not None:
        script.remove()


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
    if value is None:
        attempt(lambda: page.localStorage.removeItem(name))
    else:
        attempt(lambda: page.localStorage.setItem(name, value))


def own_script() -> Any:
    """Return the script element that is running now, or None."""
    return attempt(lambda: page.document.currentScript)


def script_text(script: Any, name: str) -> Any:
    """Return what a script element says under ``data-name`` or in its URL's query, or None."""
    return script.dataset[name] or query_value(script.src, name)


def user_of(analytics: Any) -> Any:
    """Return ``[id]`` of the user that a host knows, or None where the host cannot tell."""
    return attempt(lambda: [analytics.user().id()])


def global_value(name: str) -> Any:
    """Return a global variable of the page, or None."""
    return attempt(lambda: page[name])


def set_global(name: str, value: Any) -> None:
    """Set a global variable of the page."""
    page[name] = value


def adopt(stub: Any, members: Any) -> Any:
    """Put ``members`` onto a snippet's array, empty it, and return it."""
    stub.length = 0
    return assign(stub, members)
