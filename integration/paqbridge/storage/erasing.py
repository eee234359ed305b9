"""Cookies of a visitor who says no: ours and Matomo's, wherever they were set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import address, cookies, hostname, pathname, put_cookie, read_cookie

if TYPE_CHECKING:
    from paqbridge.types.settings import FullSettings


def place_of(settings: FullSettings) -> str:
    """Return where Matomo sets its cookies, as a cookie's attributes."""
    domain = settings["cookieDomain"]
    if domain.startswith("*"):
        domain = domain[1:]
    return path_of(settings) + ("; domain=" + domain if domain else "")


def path_of(settings: FullSettings) -> str:
    """Return the path of Matomo's cookies, as a cookie's attribute, and what else theirs have.

    Browsers let a frame of another site set and delete no others than those of ``None``.
    """
    place = "; path=" + (settings["cookiePath"] or "/")
    is_none = settings["cookieSameSite"] == "None"
    if (is_none or settings["secureCookie"]) and (address() or "").startswith("https:"):
        place += "; secure" + ("; samesite=none" if is_none else "")
    return place


def put_back(cookie: str, life: str, settings: FullSettings) -> None:
    """Set a cookie of Matomo's, as ``name=value``, for so many seconds, where Matomo does.

    Where the page cannot have the domain, on a test host for example, Matomo goes without it.
    """
    put_cookie(cookie, life, place_of(settings))
    if cookies().find(cookie) < 0:
        put_cookie(cookie, life, path_of(settings))


def erase(name: str, path: str) -> None:
    """Delete a cookie on the host and on every domain above it: nobody tells where it was set."""
    put_cookie(name + "=", "0", path)
    domain = hostname()
    while domain:
        put_cookie(name + "=", "0", path + "; domain=" + domain)
        domain = ".".join(domain.split(".")[1:])


def erase_of_matomo(name: str, settings: FullSettings) -> None:
    """Delete a cookie of Matomo's; one that is still seen was set while ``cookiePath`` was another:
    on a path above the page's."""
    place = path_of(settings)
    erase(name, place)
    path = pathname() if read_cookie(name) is not None else ""
    while path:
        erase(name, place + "; path=" + path)
        path = path[:-1]


def visitor(settings: FullSettings, start: str) -> list[str]:
    """Return the cookies by which Matomo knows a visitor of this site: ``_pk_id.1.1fff=...``.

    ``start`` is how their names begin.
    """
    site = f".{settings['siteId']}."
    return [
        one
        for one in cookies().split("; ")
        if one.startswith(start) and one.split("=")[0].find(site) > 0
    ]


def erase_visitor(settings: FullSettings) -> None:
    """Delete those cookies."""
    for one in visitor(settings, "_pk_"):
        erase_of_matomo(one.split("=")[0], settings)
