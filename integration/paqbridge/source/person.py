"""Who the visitor is, and the group: ids and traits, as Segment's libraries keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from paqbridge.host import random_id, read_cookie
from paqbridge.native import (
    copied,
    guarded,
    is_dict,
    is_null,
    or_null,
    parsed,
    read,
    with_members,
)
from paqbridge.read.facade import entries
from paqbridge.source.kept import Kept
from paqbridge.source.overloads import id_text
from paqbridge.source.shelf import shelf_of
from paqbridge.storage.allowed import keep_text, saves
from paqbridge.storage.erasing import erase

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted
    from paqbridge.types.source import Traits

ANONYMOUS = "ajs_anonymous_id"
"""Segment's name for the id of who has not logged in; it has no other."""

OLD_USER = "ajs_user"

OLD_ANONYMOUS = "_sio"
"""Where Segment's oldest library kept it, before ``----``."""


def known_id(value: Untrusted) -> str | None:
    """Return an id; what is stored may be anything."""
    return value if isinstance(value, str) else None


@final
class Person:
    """``analytics.user()`` or ``analytics.group()``, which has no anonymous id."""

    def __init__(self, who: str) -> None:
        self._who = who
        self._is_off = False
        self._id = Kept()
        self._anonymous = Kept()
        self._traits = Kept()
        # Whose traits memory has: another tab may have told of somebody else since.
        self._whose: str | None = None
        # Whether this page has said who it is; the id that an earlier page has left.
        self._is_said = False
        self._left: str | None = None
        self._keys: list[str] = []
        self._said: Untrusted = None
        self._keeps_traits = False
        self._shown: dict[str, Untrusted] = {}
        self._options = guarded(self._follow)
        self.configure(None, False)
        saves(self._save_all)

    def configure(self, options: Untrusted, keeps_traits: bool) -> None:
        """Follow what the page says of storing; ``keeps_traits`` tells that traits may be kept."""
        self._said, self._keeps_traits = options, keeps_traits
        shelf = shelf_of(options, self._who)
        has_storage = shelf["has_storage"]
        cookies = shelf if shelf["has_cookies"] else None
        self._is_off = shelf["is_off"]
        self._keys = [shelf["id"], shelf["traits"]]
        cookie = {"key": shelf["id"]}
        if self._who == "user":
            cookie["oldKey"] = OLD_USER
        shown: dict[str, Untrusted] = {
            "persist": shelf["has_cookies"] or has_storage,
            "cookie": cookie,
            "localStorage": {"key": shelf["traits"]},
        }
        self._shown = {**entries(read(options, self._who)), **shown}
        with_members(self._options, shown)
        self._id.place(shelf["id"], cookies, has_storage)
        self._anonymous.place(ANONYMOUS, cookies, has_storage)
        self._traits.place(shelf["traits"], None, has_storage and keeps_traits)
        self.load()
        if not self._is_said:
            self._left = self.id()

    def load(self) -> None:
        """Know who was known to Segment's oldest library, which had id and traits in one cookie.

        All else that is stored is read each time.
        """
        is_asked = self._who == "user" and not self._is_off
        old = parsed(read_cookie(OLD_USER)) if is_asked else None
        if is_dict(old) and self.id() is None:
            # Left by an earlier page, and not said by this one.
            self._id.set(id_text(read(old, "id")) or None)
            self.traits(read(old, "traits"))

    def options(self) -> Guarded:
        """Return what Segment's libraries show of the options: the newer one has an object, the
        classic one a function that takes others; it stays."""
        return self._options

    def _follow(self, given: Untrusted) -> dict[str, Untrusted]:
        """Let other options of this one's take the place of those that were said; return them."""
        if is_dict(given):
            said = entries(self._said)
            said[self._who] = given
            self.configure(said, self._keeps_traits)
        return self._shown

    def remembered(self) -> str | None:
        """Return the id that an earlier page has left."""
        return self._left

    def current(self) -> str | None:
        """Return the id, quickly: for each call of the page's."""
        return None if self._is_off else known_id(self._id.glance())

    def id(self, value: Untrusted = None) -> str | None:
        """Return the id, after taking ``value``: null or an empty text forgets it."""
        if self._is_off:
            return None
        before = known_id(self._id.value())
        wanted = id_text(value)
        if value is False or is_null(value) or wanted == "":
            self._whose = None
            self._id.set(None)
        elif wanted is not None:
            self._is_said = True
            self._whose = wanted
            self._id.set(wanted)
        if wanted is not None and before is not None and wanted != before:
            # Another person: Segment joins nobody's anonymous past to somebody else.
            self._forget_anonymous()
        return known_id(self._id.value())

    def anonymous_id(self, value: Untrusted = None) -> str | None:
        """Return the id of who has not logged in, after taking ``value``; null forgets it.

        It is made when it is asked for, and not before.
        """
        if self._is_off or self._who == "group":
            return None
        if is_null(value):
            self._anonymous.set(None)
            return None
        wanted = id_text(value)
        if wanted:
            self._anonymous.set(wanted)
        elif known_id(self._anonymous.value()) is None:
            old = read_cookie(OLD_ANONYMOUS)
            self._anonymous.set((old.split("----")[0] if old else "") or random_id())
        return known_id(self._anonymous.value())

    def traits(self, value: Untrusted = None) -> Traits:
        """Return a copy of the traits, after ``value`` has taken their place; null empties them."""
        if is_dict(value) and not self._is_off:
            self._traits.set(entries(copied(value)))
        elif is_null(value):
            self._traits.set({})
        return cast("Traits", copied(self.known_traits()))

    def known_traits(self) -> Traits:
        """Return the traits themselves, for who changes nothing in them."""
        now = self.id()
        if self._whose and now != self._whose:
            self._traits.leave()
        self._whose = now
        kept = self._traits.value()
        return kept if is_dict(kept) else {}

    def identify(self, given: str | None, traits: Untrusted) -> None:
        """Take an id and traits as the call of that name does: traits of the same are joined.

        An empty id keeps the one that is known, but not its traits.
        """
        if self._is_off:
            return
        before = self.id()
        is_same = before is None or given is None or given == before
        kept = self.known_traits() if is_same else {}
        if given:
            self.id(given)
        self._traits.set({**kept, **entries(copied(traits))})

    def take(self, given: Untrusted, traits: Untrusted) -> None:
        """Take an id and traits as a page gives them: no id is not the one that is known."""
        self.identify(id_text(given) or "", traits if is_dict(traits) else None)

    def shown_traits(self, value: Untrusted) -> Untrusted:
        """Return the traits, None where the page has switched the person off."""
        return None if self._is_off else self.traits(value)

    def shown_anonymous_id(self, value: Untrusted) -> Untrusted:
        """Return the id of who has not logged in; a group has none."""
        return None if self._who == "group" else or_null(self.anonymous_id(value))

    def _forget_anonymous(self) -> None:
        """Forget the anonymous id, which is the user's: a group that changes takes none away."""
        if self._who == "user":
            self._anonymous.set(None)

    def logout(self) -> None:
        """Forget id, traits and anonymous id."""
        self._forget_anonymous()
        self._id.set(None)
        self._traits.set({})

    def reset(self) -> None:
        """Forget all, also what Segment's library has left of it."""
        self.logout()
        self._left = None
        for key in self._keys:
            keep_text(key, None)
        if self._who == "user":
            for name in [OLD_USER, OLD_ANONYMOUS]:
                erase(name, "; path=/")

    def _save_all(self, is_allowed: bool) -> None:
        """Store what memory has after consent, or forget what is stored after a withdrawal."""
        self._id.save(is_allowed)
        if is_allowed:
            self._anonymous.save(True)
        else:
            self._anonymous.set(None)
        self._traits.save(is_allowed)
        if not is_allowed:
            for key in self._keys:
                keep_text(key, None)
