"""For the tests of a site: what the markup in a response says."""

from __future__ import annotations

from django.http import HttpResponse

from paqbridge.web.found import Found, found_in

__all__ = ["Found", "tracked"]


def tracked(response: HttpResponse) -> Found | None:
    """Return what a page tells Matomo of, or None where it tracks nothing.

    Takes what Django's test client returns: ``tracked(client.get("/")).user_id == "7"``.
    """
    return found_in(response.content.decode(response.charset))
