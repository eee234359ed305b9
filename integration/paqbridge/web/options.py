"""What a site tells a framework of us: its settings, and when there is something to track."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from inspect import iscoroutinefunction
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TypeAlias, cast

from paqbridge.web.checked import Build, SettingsError, checked, names_of, short, shown
from paqbridge.web.literal import Plain
from paqbridge.web.markup import Markup
from paqbridge.web.preload import early_source
from paqbridge.web.snippet import Site, UserId, silent, text_of_nonce, text_of_user
from paqbridge.web.static import Script

Network: TypeAlias = IPv4Network | IPv6Network

LOG = logging.getLogger("paqbridge")

UNSAID = object()
"""Nothing was given: another thing than None, which is an answer."""

FLAGS = ("enabled", "explain", "page", "integrity", "preload")
NAMES = ("settings", "build", "user_id", "internal", *FLAGS)


@dataclass(frozen=True)
class Options:
    """The options of ``PAQBRIDGE``, checked.

    ``settings`` are those of ``snippet``, ``build`` is the one for visitors, ``early`` what pages
    fetch before its file. ``enabled=False`` switches all off. ``explain`` takes the build that
    explains, None leaves that to the framework's debug mode. ``user_id`` is what the framework
    makes of it. ``internal`` are networks of which nobody is tracked.
    """

    settings: dict[str, Plain]
    build: Build
    enabled: bool
    explain: bool | None
    page: bool
    integrity: bool
    early: str | None
    user_id: object
    internal: tuple[Network, ...]

    def markup(
        self,
        script: Callable[[Build, bool], Script],
        *,
        nonce: object,
        user_id: Callable[[], object],
        address: str | None,
        debug: bool,
    ) -> Markup:
        """Return a page's markup; where nothing is to be tracked, the stub alone.

        ``script`` finds a build's file, ``user_id`` says who is signed in, if that is to be told.
        """
        said = usable_nonce(nonce)
        if not self.enabled or self.is_internal(address):
            return silent(said)
        explains = debug if self.explain is None else self.explain
        found = script("explain" if explains else self.build, self.integrity)
        user = usable(user_id())
        site = Site(self.settings, found, self.early)
        return site.snippet(nonce=said, user_id=user, page=self.page)

    def is_internal(self, address: str | None) -> bool:
        """Tell whether a visitor's address is one of those that are not tracked."""
        try:
            one = ip_address((address or "").partition("%")[0])
        except ValueError:
            return False
        plain = getattr(one, "ipv4_mapped", None) or one
        return any(plain in network for network in self.internal)


def usable(user_id: object) -> UserId:
    """Return a user id that comes out of data, None if it is none: no page fails for it."""
    if user_id is None or user_id is False:
        return user_id
    try:
        return text_of_user(user_id)
    except (TypeError, ValueError) as error:
        LOG.warning("nothing is said of the user: %s", error)
        return None


def usable_nonce(nonce: object) -> str | None:
    """Return a nonce's text, None if it has none: the log says why, and no page fails for it."""
    try:
        return text_of_nonce(nonce)
    except TypeError as error:
        LOG.warning("the page has no nonce: %s", error)
        return None


def first_nonce(given: object, found: Callable[[], object]) -> object:
    """Return the nonce that a template gives, or what is found where it gives none.

    A name that a template does not know is an empty text there.
    """
    return found() if given is None or not str(given) else given


def options(given: Mapping[str, object] | None) -> Options:
    """Return what ``PAQBRIDGE`` says, or raise ``SettingsError`` with all that is wrong.

    Without it, and with ``enabled=False``, all is off, and no settings are needed.
    """
    if given is None:
        given = {"enabled": False}
    if not isinstance(given, Mapping):
        raise SettingsError([f"PAQBRIDGE: expected a dict, received {shown(given)}"])
    wrong = [*strange_names(given), *wrong_flags(given)]
    build = cast("Build", given.get("build", "lean"))
    settings = settings_in(given, build, wrong)
    internal = tuple(internal_networks(given.get("internal", ()), wrong))
    if wrong:
        raise SettingsError(wrong)
    return Options(
        settings=settings,
        build=build,
        enabled=given.get("enabled") is not False,
        explain=cast("bool | None", given.get("explain")),
        page=given.get("page") is not False,
        integrity=given.get("integrity") is not False,
        early=early_source(settings, build) if settings and given.get("preload") else None,
        user_id=given.get("user_id"),
        internal=internal,
    )


def options_of_app(given: Mapping[str, object] | None) -> Options:
    """Return the same for a framework whose app is asked who is signed in, not its options."""
    found = options(given)
    if found.user_id is not None:
        raise SettingsError(["user_id: it is no option here, but an argument of Paqbridge"])
    return found


def not_async(**functions: object) -> None:
    """Raise ``SettingsError`` for functions that must be awaited: nobody waits for markup."""
    wrong = [name for name, one in functions.items() if iscoroutinefunction(one)]
    if wrong:
        raise SettingsError([f"{name}: expected a function that is not async" for name in wrong])


def settings_in(given: Mapping[str, object], build: Build, wrong: list[str]) -> dict[str, Plain]:
    """Return the settings, checked for the build of visitors; who is switched off needs none."""
    said = given.get("settings", {})
    if not said and given.get("enabled") is False:
        return {}
    try:
        return checked(cast("Mapping[str, object]", said), build)
    except SettingsError as error:
        wrong += error.complaints
        return {}


def strange_names(given: Mapping[str, object]) -> Iterator[str]:
    """Yield a complaint for each option that there is not."""
    for name in given:
        if name in names_of("explain"):
            yield f'{name}: it is a setting, and belongs into "settings"'
        elif name not in NAMES:
            close = get_close_matches(str(name), NAMES, 1, 0.6)
            what = f"is it {close[0]}?" if close else f"there are {', '.join(NAMES)}"
            yield f"{short(str(name))}: there is no such option; {what}"


def wrong_flags(given: Mapping[str, object]) -> Iterator[str]:
    """Yield a complaint for each switch that is neither on nor off."""
    for name in FLAGS:
        value = given.get(name)
        if value is not None and not isinstance(value, bool):
            yield f"{name}: expected True or False, received {shown(value)}"


def internal_networks(given: object, wrong: list[str]) -> Iterator[Network]:
    """Yield the networks of ``internal``, addresses being the smallest ones.

    Their texts are read: a whole number would be an address, too, and 7 be 0.0.0.7. A generator is
    no list: whoever reads the options a second time would find nothing in it.
    """
    if not isinstance(given, Collection) or isinstance(given, str | bytes | bytearray):
        wrong.append(f"internal: expected a list of addresses, received {shown(given)}")
        return
    for one in given:
        try:
            yield ip_network(str(one), strict=False)
        except ValueError:
            wrong.append(f"internal: expected an address or a network, received {shown(one)}")
