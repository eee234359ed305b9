"""Where the Firefox of `make firefox` comes from, and what is said where there is none."""

from __future__ import annotations

import pytest

from bootstrap.firefox import OVERRIDE, FirefoxMissing, commands, find_firefox


def test_the_first_that_is_there() -> None:
    """Debian's comes before any other; one that is named before both."""
    assert find_firefox(lambda name: f"/usr/bin/{name}", {}) == "/usr/bin/firefox-esr"
    only = {"firefox": "/usr/bin/firefox"}
    assert find_firefox(only.get, {}) == "/usr/bin/firefox"
    assert find_firefox(lambda name: name, {OVERRIDE: "/opt/firefox"}) == "/opt/firefox"


def test_none() -> None:
    """Without one a sentence says how to get it; one that is named is not replaced."""
    with pytest.raises(FirefoxMissing, match="apt-get install firefox-esr"):
        find_firefox(lambda name: None, {})
    only = {"firefox": "/usr/bin/firefox"}
    with pytest.raises(FirefoxMissing, match="/opt/gone"):
        find_firefox(only.get, {OVERRIDE: "/opt/gone"})


@pytest.mark.parametrize(
    ("system", "uid", "count"),
    [("debian", 0, 2), ("debian", 1000, 0), ("fedora", 0, 0), ("", None, 0)],
)
def test_install(system: str, uid: int | None, count: int) -> None:
    """It is installed as root on Debian, and nowhere else."""
    assert len(commands(system, uid)) == count
