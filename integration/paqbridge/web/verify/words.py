"""What cannot be looked at at all, and why."""

from __future__ import annotations


class CannotLook(Exception):
    """There is nothing to judge: no browser, or no page. The text says what to do."""


NAVIGATION = (
    ("ERR_CERT", "its certificate is not trusted; --insecure looks all the same"),
    ("ERR_NAME_NOT_RESOLVED", "there is no such host"),
    ("ERR_CONNECTION_REFUSED", "nobody listens there"),
    ("ERR_TOO_MANY_REDIRECTS", "it redirects for ever"),
    ("ERR_INVALID_AUTH", "it wants a name and a password: --user, and PAQBRIDGE_PASSWORD"),
    ("ERR_SSL", "it does not speak TLS"),
    ("Timeout", "it did not answer in time; --timeout gives it longer"),
    ("Download", "it is a download, not a page"),
)
"""A part of what the browser says of a page that does not open -> why, in words."""


def why_not(said: str) -> str:
    """Return why a page does not open."""
    first = said.strip().splitlines()[0] if said.strip() else "nothing"
    return next((why for part, why in NAVIGATION if part in said), f"the browser says: {first}")
