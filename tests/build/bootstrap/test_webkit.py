"""Where the WebKit of `make webkit` comes from, and what is said where there is none."""

from __future__ import annotations

import pytest

from bootstrap.webkit import WebKit, WebKitMissing, commands, find_webkit

OLD, NEW = "/usr/lib/x/webkit2gtk-4.0/MiniBrowser", "/usr/lib/x/webkit2gtk-4.1/MiniBrowser"


def test_the_newest_that_is_there() -> None:
    """Of several browsers the newest one is taken."""
    found = find_webkit(lambda name: f"/usr/bin/{name}", lambda pattern: [NEW, OLD])
    assert found == WebKit("/usr/bin/WebKitWebDriver", NEW, "/usr/bin/Xvfb")


@pytest.mark.parametrize("missing", ["WebKitWebDriver", "Xvfb", "MiniBrowser"])
def test_none(missing: str) -> None:
    """Where a part is missing, a sentence says how to get it."""
    with pytest.raises(WebKitMissing, match="apt-get install webkit2gtk-driver xvfb"):
        find_webkit(
            lambda name: None if name == missing else name,
            lambda pattern: [] if pattern.endswith(missing) else [NEW],
        )


@pytest.mark.parametrize(
    ("system", "uid", "count"),
    [("debian", 0, 2), ("debian", 1000, 0), ("fedora", 0, 0), ("", None, 0)],
)
def test_install(system: str, uid: int | None, count: int) -> None:
    """It is installed as root on Debian, and nowhere else."""
    assert len(commands(system, uid)) == count
