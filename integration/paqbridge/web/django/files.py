"""Where Django serves a build's script, and which sha384 the file has there."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.contrib.staticfiles.storage import HashedFilesMixin, staticfiles_storage
from django.templatetags.static import static

from paqbridge.web import static as files
from paqbridge.web.checked import Build
from paqbridge.web.options import LOG


def script(build: Build, is_compared: bool) -> files.Script:
    """Return the script of a build, under the name that the storage of static files gives it."""
    name = f"paqbridge/{files.SCRIPTS[build]}"
    is_renamed = not settings.DEBUG and isinstance(staticfiles_storage, HashedFilesMixin)
    try:
        found = files.script(build, lambda _: static(name), is_compared)
        if is_compared and is_renamed:
            return found._replace(integrity=stored_integrity(name))
    except (ValueError, FileNotFoundError) as error:
        # No page fails for a script: neither a site's tests, nor one that was put up in haste.
        LOG.error("%s: the page asks for its plain name; collectstatic is missing", error)
        return files.script(build, f"{settings.STATIC_URL}paqbridge", is_compared)
    return found


@cache
def stored_integrity(name: str) -> str:
    """Return the sha384 of a collected file: a storage that renames changes its text, too."""
    with staticfiles_storage.open(staticfiles_storage.stored_name(name)) as file:
        return files.sum_of(file.read())
