"""What a browser has seen of a page: data, from which rules make findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(eq=False)
class Fetch:
    """A request that the page has made; ``status`` is None where no answer came.

    ``failure`` is the browser's word, such as ``net::ERR_BLOCKED_BY_CLIENT``; ``is_framed`` tells
    that a page in a frame has made it. ``led_to`` is where a redirect has led it, ``led_by`` the
    redirect's status.
    """

    url: str
    kind: str
    status: int | None = None
    failure: str = ""
    is_over: bool = False
    is_framed: bool = False
    led_to: str = ""
    led_by: int = 0

    @property
    def is_of_interest(self) -> bool:
        """Whether it is the page's own, or what a page waits for that does not come to rest."""
        return not self.is_framed or not self.is_over

    @property
    def name(self) -> str:
        """The file's name."""
        return urlsplit(self.url).path.rpartition("/")[2]

    @property
    def is_good(self) -> bool:
        """Whether an answer came that is no error."""
        return self.status is not None and self.status < 400 and not self.failure

    @property
    def has_failed(self) -> bool:
        """Whether an error came; one that the page itself has given up is none."""
        return bool(self.failure) or (self.status is not None and self.status >= 400)

    @property
    def is_waiting(self) -> bool:
        """Whether nothing has come yet."""
        return not self.is_over and self.status is None

    @property
    def is_given_up(self) -> bool:
        """Whether the page has taken it back, as it went elsewhere."""
        return self.is_over and self.status is None and not self.failure

    @property
    def outcome(self) -> str:
        """What came of it, in words."""
        if self.failure:
            return f"failed ({self.failure})"
        if self.status is not None:
            return f"was answered with {self.status}"
        return "was given up" if self.is_given_up else "had no answer yet"


@dataclass
class Hit:
    """A request to Matomo's endpoint: what for, and what was answered.

    ``endpoint`` has no query, ``page`` is the address that the hit is about.
    """

    endpoint: str
    site: str
    kind: str
    name: str
    page: str
    fetch: Fetch


@dataclass
class Bundle:
    """A script with our code in it; ``file`` and ``version`` where that is known.

    ``refused`` is the type that it was sent with, where browsers run no script of that type.
    """

    url: str
    file: str
    build: str
    version: str
    refused: str = ""


@dataclass
class Violation:
    """What a content security policy has blocked, or only reported."""

    directive: str
    blocked: str
    policy: str
    is_enforced: bool


@dataclass
class Tracker:
    """One of Matomo's trackers; ``waits`` tells that it has asked for consent and has none."""

    site: str
    endpoint: str
    waits: bool = False


@dataclass
class Facts:
    """All that was seen of one page.

    ``version`` is that of ``window.analytics``, ``is_stub`` tells that it is still a snippet's.
    ``queue`` are the commands that no tracker has taken, None where one has. ``warnings`` are ours,
    from the console; ``platforms`` the consent platforms, ``consent`` the state as ours sees it,
    ``held`` the scripts that such a platform keeps from running; ``is_answered`` tells that the
    visitor has said yes. ``event`` is the test event's
    name, if one was asked for.
    """

    asked: str
    url: str = ""
    status: int | None = None
    is_finished: bool = True
    fetches: list[Fetch] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    trackers: list[Tracker] = field(default_factory=list)
    queue: list[list[object]] | None = None
    has_analytics: bool = False
    is_stub: bool = False
    version: str = ""
    consent: str = ""
    platforms: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    is_answered: bool = False
    event: str = ""

    @property
    def sites(self) -> list[tuple[str, str]]:
        """Site and endpoint of each tracker, or of what waits for one.

        Our lean tracker cannot be asked: its hits tell.
        """
        told = [(one.site, one.endpoint) for one in self.trackers if one.endpoint]
        said = {str(one[0]): str(one[1]) for one in self.queue or [] if len(one) > 1}
        if "setTrackerUrl" in said and not self.trackers:
            told = [(said.get("setSiteId", ""), said["setTrackerUrl"])]
        return told or list(dict.fromkeys((one.site, one.endpoint) for one in self.hits))
