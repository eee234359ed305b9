"""A page for CPython: as much of a window as ``paqbridge.host`` touches, and a clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from paqbridge import host
from paqbridge.storage import allowed as storage

EPOCH = 1_800_000_000_000
"""The time at which each page is opened, in milliseconds since 1970."""


class Queue(list[Any]):
    """Matomo's queue before the tracker: an array, with JavaScript's name for append.

    As all that is there, it counts as true in JavaScript, even when it is empty.
    """

    def __bool__(self) -> bool:
        return True

    def push(self, command: Any) -> None:
        """Append as an array's push does."""
        self.append(command)

    def unshift(self, command: Any) -> None:
        """Put ahead as an array's unshift does."""
        self.insert(0, command)


class Tracker:
    """What pages ask a tracker of consent, which it has been told by commands."""

    def __init__(self) -> None:
        self.required = False
        self.given = True
        self.cookies = True

    def tell(self, name: str) -> None:
        """Hear of a command."""
        if name in ("requireConsent", "forgetConsentGiven"):
            self.required, self.given, self.cookies = True, False, False
        elif name in ("setConsentGiven", "rememberConsentGiven"):
            self.given = self.cookies = True
        elif "Cookie" in name and name.endswith(("Consent", "ConsentGiven")):
            self.cookies = name.startswith(("set", "remember"))

    def isConsentRequired(self) -> bool:
        """Tell whether consent was asked for."""
        return self.required

    def hasConsent(self) -> bool:
        """Tell whether all may be sent."""
        return self.given

    def areCookiesEnabled(self) -> bool:
        """Tell whether cookies are set."""
        return self.cookies


class Matomo:
    """The object of the tracker's that plugins go to, and pages ask."""

    def __init__(self) -> None:
        self.plugin: dict[str, Callable[[], str]] = {}
        self.tracker = Tracker()

    def getAsyncTracker(self) -> Tracker:
        """Return the tracker."""
        return self.tracker

    def addPlugin(self, name: str, plugin: dict[str, Callable[[], str]]) -> None:
        """Take the only plugin that there is here."""
        self.plugin = plugin


class Recorder:
    """Matomo's queue once the tracker has taken it over: an object with push.

    What a plugin adds to a request is recorded ahead of it, under "plugin".
    """

    def __init__(self, matomo: Matomo) -> None:
        self.commands: list[Any] = []
        self.matomo = matomo

    def push(self, command: Any) -> None:
        """Record one command, or call a function."""
        if callable(command[0]):
            command[0]()
            return
        self.matomo.tracker.tell(command[0])
        text = self.matomo.plugin["event"]() if self.matomo.plugin else ""
        if text and command[0].startswith("track"):
            self.commands.append(["plugin", text])
        self.commands.append(command)


class Cookies:
    """A cookie jar that only takes cookies for ``domains`` and for the host itself.

    It keeps in ``written`` how each was set, and deletes one by its own path only, which is that of
    the page where none is said.
    """

    def __init__(self, domains: tuple[str, ...]) -> None:
        self.jar: dict[str, str] = {}
        self.paths: dict[str, str] = {}
        self.written: list[str] = []
        self.domains = domains

    def write(self, text: str) -> None:
        """Set or delete one cookie, as an assignment to ``document.cookie`` does."""
        pair, *attributes = text.split("; ")
        name, _, value = pair.partition("=")
        domain = next((a[7:] for a in attributes if a.startswith("domain=")), None)
        if domain is not None and domain not in self.domains:
            return
        path = ["/", *(a[5:] for a in attributes if a.startswith("path="))][-1]
        if "max-age=0" not in attributes:
            self.jar[name], self.paths[name] = value, path
            self.written.append(text)
        elif self.paths.get(name) == path:
            self.jar.pop(name, None)


class Document:
    """A document that remembers the scripts that were added to it."""

    def __init__(self, cookies: Cookies, view: FakePage) -> None:
        self.cookies = cookies
        self.view = view
        self.scripts: list[SimpleNamespace] = []
        self.title = "Shop"
        self.readyState = "complete"
        self.referrer = "https://shop.test/"
        self.head = SimpleNamespace(appendChild=self.scripts.append)
        self.documentElement = self.head

    def createElement(self, tag: str) -> SimpleNamespace:
        """Make a script element."""
        return SimpleNamespace(tag=tag, src=None, nonce=None, onload=None, onerror=None)

    @property
    def URL(self) -> str:
        """The address of its window."""
        return str(self.view.location.href)

    @property
    def cookie(self) -> str:
        """The cookies as a page sees them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.jar.items())

    @cookie.setter
    def cookie(self, text: str) -> None:
        self.cookies.write(text)


class Storage:
    """Local storage."""

    def __init__(self) -> None:
        self.items: dict[str, str] = {}

    def getItem(self, name: str) -> str | None:
        """Return a text or None."""
        return self.items.get(name)

    def setItem(self, name: str, value: str) -> None:
        """Keep a text."""
        self.items[name] = value

    def removeItem(self, name: str) -> None:
        """Forget a text."""
        self.items.pop(name, None)


class FakePage:
    """A window; ``run_timers`` moves its clock, ``running`` are elements of modules that run."""

    def __init__(self, hostname: str = "shop.example.org", live: bool = False) -> None:
        self.warnings: list[str] = []
        self.timers: dict[int, tuple[int, Callable[[], Any]]] = {}
        self.on_leave: list[Callable[[], Any]] = []
        self.on_parsed: list[Callable[[], Any]] = []
        self.on_storage: list[Callable[[Any], Any]] = []
        self.now = 0
        self.next_timer = 1
        self._paq: Any = None
        self.analytics: Any = None
        self.Piwik: Any = None
        self.trustedTypes: Any = None
        self.localStorage = Storage()
        self.document = Document(Cookies((hostname, "example.org")), self)
        self.location = SimpleNamespace(hostname=hostname, href="about:blank", pathname="/")
        self.navigator = SimpleNamespace(globalPrivacyControl=None)
        self.running: list[Any] = []
        self.told: list[str] = []
        self.Date = SimpleNamespace(now=lambda: EPOCH + self.now)
        self.Matomo: Any = None
        self.matomoPluginAsyncInit: Any = None
        if live:
            self.start_tracker()
        self.console = SimpleNamespace(warn=self.warn, info=self.told.append)

    def __setattr__(self, name: str, value: Any) -> None:
        is_plain = name == "_paq" and type(value) is list
        super().__setattr__(name, Queue(value) if is_plain else value)

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name, None)

    def __setitem__(self, name: str, value: Any) -> None:
        setattr(self, name, value)

    def warn(self, text: str, received: Any) -> None:
        """Record a console warning."""
        self.warnings.append(text)

    def addEventListener(self, name: str, action: Callable[..., Any]) -> None:
        """Listen; the same listener twice counts once."""
        if name == "storage":
            self.on_storage.append(action)
        if name == "pagehide" and action not in self.on_leave:
            self.on_leave.append(action)
        if name == "DOMContentLoaded" and action not in self.on_parsed:
            self.on_parsed.append(action)

    def hear(self, name: str, word: str | None) -> None:
        """Let another tab store a text."""
        for listen in self.on_storage:
            listen(SimpleNamespace(key=name, newValue=word))

    def parse(self, title: str) -> None:
        """Read the rest of the document, which has this title."""
        self.document.title = title
        self.document.readyState = "interactive"
        for action in self.on_parsed:
            action()

    def leave(self) -> None:
        """Leave the page."""
        for action in self.on_leave:
            action()

    def setTimeout(self, action: Callable[[], Any], milliseconds: int) -> int:
        """Plan ``action``; return the timer's number."""
        self.timers[self.next_timer] = (self.now + milliseconds, action)
        self.next_timer += 1
        return self.next_timer - 1

    def run_timers(self, milliseconds: int) -> None:
        """Move the clock, running what falls due in its order."""
        end = self.now + milliseconds
        while due := [(at, n) for n, (at, _) in self.timers.items() if at <= end]:
            at, number = min(due)
            self.now = max(self.now, at)
            self.timers.pop(number)[1]()
        self.now = end

    @property
    def commands(self) -> list[Any]:
        """Everything that has reached Matomo's queue."""
        return self._paq.commands if isinstance(self._paq, Recorder) else list(self._paq or [])

    def tracker_arrives(self) -> None:
        """Let the script load and take the queue over, as Matomo's does."""
        self.start_tracker()
        self.document.scripts[-1].onload()

    def start_tracker(self) -> None:
        """Do what the script does when it runs."""
        self.Matomo = Matomo()
        for start in self.matomoPluginAsyncInit or []:
            start()
        queued = self.commands
        self._paq = Recorder(self.Matomo)
        for command in queued:
            self._paq.push(command)


@contextmanager
def under_host(page: FakePage) -> Iterator[FakePage]:
    """Put a page under the host module; nothing of an earlier page's is left, nor of this one's."""
    storage.STORE.update(is_shut=False, savers=[])
    host.page = page
    host.running = None
    try:
        yield page
    finally:
        host.page = None
