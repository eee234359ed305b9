"""What a page carries: the stub, the settings, who the visitor is, and the script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias
from uuid import UUID

from paqbridge.web.checked import Build, checked
from paqbridge.web.literal import Plain, literal, plain_key
from paqbridge.web.markup import Markup, encodable, script_element
from paqbridge.web.preload import early_source, preload_element
from paqbridge.web.static import STUB, Script, StaticUrl, script, text_of

UserId: TypeAlias = str | int | UUID | Literal[False] | None
"""None says nothing, False is a visitor who is signed out."""

STATIC_URL = "/static/paqbridge/"


def snippet(
    settings: Mapping[str, object],
    *,
    nonce: object = None,
    user_id: UserId = None,
    build: Build = "lean",
    static_url: StaticUrl = STATIC_URL,
    integrity: bool = True,
    page: bool = True,
    preload: bool = False,
) -> Markup:
    """Return the markup that tracks a page, for its head: no value can break out of it.

    ``nonce`` is the content security policy's: each script element has it, and Matomo's gets it;
    it may be lazy, its ``str`` counts. With a ``user_id`` the visitor is logged in, with False
    logged out, before the page view, which ``page=False`` leaves out. ``static_url`` is where the
    built files are, a folder's URL or a function from a file's name to its URL. ``integrity=False``
    is for servers that change the file, or let no other origin compare it. With ``preload`` pages
    fetch Matomo's script before ours has come, unless the settings have it wait for something.

    Raises ``SettingsError`` for settings that are wrong, ``TypeError`` and ``ValueError`` for a
    user id that is none, ``TypeError`` for a nonce or a ``static_url`` that is no text. What a page
    cache keeps must not have a user id in it.
    """
    said = checked(settings, build)
    early = early_source(said, build) if preload else None
    site = Site(said, script(build, static_url, integrity), early)
    return site.snippet(nonce=nonce, user_id=user_id, page=page)


@dataclass(frozen=True)
class Site:
    """What all pages of a site say: settings that have been checked, and the script.

    ``early`` is what they fetch before that, if anything.
    """

    settings: dict[str, Plain]
    script: Script
    early: str | None = None

    def snippet(self, *, nonce: object = None, user_id: UserId = None, page: bool = True) -> Markup:
        """Return the markup for one page; errors are those of a user id and a nonce."""
        said = text_of_nonce(nonce)
        settings = {**self.settings, "nonce": said} if said else self.settings
        calls = [f"load({literal(settings)})", *identity(user_id), *(["page()"] if page else [])]
        code = "".join(f"analytics.{call};" for call in calls)
        source: dict[str, str | None] = {
            "nonce": said,
            "async": "",
            "src": self.script.url,
            "integrity": self.script.integrity,
            "crossorigin": "anonymous" if self.script.integrity else None,
        }
        first = f"{preload_element(self.early, said)}\n" if self.early else ""
        return Markup(f"{first}{inline(code, said)}\n{script_element(source)}")


def silent(nonce: object = None) -> Markup:
    """Return the stub alone: the page's own calls find their methods, and nothing is tracked."""
    return Markup(inline("", text_of_nonce(nonce)))


def inline(code: str, nonce: str | None) -> str:
    """Return the element with the stub and what is called behind it."""
    return script_element({"nonce": nonce}, text_of(STUB) + code)


def identity(user_id: UserId) -> list[str]:
    """Return the call that says who the visitor is, or none."""
    if user_id is None:
        return []
    if user_id is False:
        return ["reset()"]
    return [f"identify({literal(text_of_user(user_id))})"]


def text_of_user(user_id: object) -> str:
    """Return a user id as a text: JavaScript would round the longer numbers.

    Raises ``TypeError`` for other types, True among them, and ``ValueError`` for a blank text: that
    is nobody, and whoever writes the page knows whether it means None or False.
    """
    if isinstance(user_id, bool) or not isinstance(user_id, str | int | UUID):
        shown = "True" if user_id is True else f"a {type(user_id).__name__}"
        raise TypeError(f"user_id is {shown}: expected a text, a whole number, a UUID, None, False")
    text = plain_key(user_id, "user_id") if isinstance(user_id, str | int) else str(user_id)
    if not text.strip():
        raise ValueError("user_id is blank: None says nothing of the user, False is signed out")
    return text


def text_of_nonce(nonce: object) -> str | None:
    """Return a nonce's text, which frameworks make when it is asked for, or None.

    ``TypeError`` for what has no text of its own, such as bytes, or a function that nobody called:
    no policy would name what Python shows in its place.
    """
    if nonce is None:
        return None
    is_number = isinstance(nonce, int) and not isinstance(nonce, bool)
    is_binary = isinstance(nonce, bytes | bytearray)
    has_text = type(nonce).__str__ is not object.__str__ and not is_binary
    if not (is_number or has_text):
        raise TypeError(f"nonce is a {type(nonce).__name__}: expected a text")
    return encodable(str(nonce)) or None
