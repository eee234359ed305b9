"""Where a proxy may lead, and that a wrong value is said to be so before anything is written."""

from __future__ import annotations

import pytest

from paqbridge.web.command_line import main
from paqbridge.web.first_party import BadPlan, create_plan

TO = "https://matomo.example.org"
GOOD = {
    TO: TO,
    f"{TO}/": TO,
    "https://MATOMO.example.org:443": TO,
    "http://matomo.example.org:8080/": "http://matomo.example.org:8080",
    "http://127.0.0.1:8000": "http://127.0.0.1:8000",
    "https://[::1]:8443": "https://[::1]:8443",
    "https://matomo": "https://matomo",
}
BAD = [
    *("", "matomo.example.org", "//matomo.example.org", "https:matomo.example.org", "https://"),
    *("ftp://matomo.example.org", "javascript:alert(1)", "file:///etc/passwd", "unix:/run/x"),
    *(f"{TO}/matomo", f"{TO}/matomo.php", f"{TO}?x", f"{TO}#x", f"{TO}/?", f"{TO}/#"),
    *("https://user@matomo.example.org", "https://user:word@matomo.example.org", "https://@m.org"),
    *(f"{TO}\n", f"{TO}\r\nHost: x", f" {TO}", f"{TO} ", f"{TO}\t", f"{TO}\x00", f"{TO}\x7f"),
    *('https://matomo"', "https://matomo';", "https://matomo;return", "https://a}b", "https://a{b"),
    *(
        "https://$host",
        "https://{host}",
        "https://a,b",
        "https://a\\b",
        "https://a%0ab",
        "https://*",
    ),
    *("https://matomo.example.org:0", "https://matomo.example.org:99999", "https://a:b"),
    *("https://-a.example", "https://a..b", "https://1.2.3", "https://[::1", "https://[::1%25lo]"),
    *("https://müller.example", "https://" + "a" * 64, "https://" + "a." * 130),
]
BAD_PATHS = [
    *(
        "",
        "/",
        "m/s.js",
        "/m/",
        "//m",
        "/m//s.js",
        "/m/../s.js",
        "/./m",
        "/.env",
        "/m/s.js?x",
        "/m#",
    ),
    *(
        "/m s",
        "/m\n",
        "/m;",
        '/m"',
        "/m'",
        "/m{",
        "/m}",
        "/m$1",
        "/m*",
        "/m\\s",
        "/m%2e",
        "/mü",
        "/m|",
    ),
    *("/m(", "/m)", "/m[", "/m^", "/m+", "/" + "m" * 200),
]


@pytest.mark.parametrize("to", GOOD)
def test_addresses(to: str) -> None:
    """An address is scheme and host, and a port where it is not the scheme's own."""
    assert create_plan(to).address == GOOD[to]


@pytest.mark.parametrize("to", BAD)
def test_wrong_addresses(to: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no plain address is refused with a sentence, and nothing is written."""
    with pytest.raises(BadPlan, match=r"^to"):
        create_plan(to)
    for server in ("nginx", "caddy", "apache"):
        assert main(["proxy", server, f"--to={to}"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("paqbridge proxy: to") == 3


def test_a_password_is_not_said_again() -> None:
    """A complaint may stand in a log: it has no password in it."""
    with pytest.raises(BadPlan) as error:
        create_plan("https://user:secret@matomo.example.org")
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("name", ["script", "endpoint", "matomo_script", "matomo_endpoint"])
@pytest.mark.parametrize("path", BAD_PATHS)
def test_wrong_paths(name: str, path: str) -> None:
    """A path that means more than itself, to a server or in a URL, is refused by its name."""
    with pytest.raises(BadPlan, match=f"^{name} is "):
        create_plan(TO, **{name: path})


def test_paths_of_their_own() -> None:
    """Script and endpoint cannot be one."""
    with pytest.raises(BadPlan, match="both"):
        create_plan(TO, script="/m", endpoint="/m")


@pytest.mark.parametrize(
    "host", ["", "shop.example:80", "shop|x", ".*", "a b", "https://shop.example"]
)
def test_wrong_hosts(host: str) -> None:
    """A host of the site is a name, without scheme and port."""
    with pytest.raises(BadPlan, match="hosts"):
        create_plan(TO, hosts=[host])


@pytest.mark.parametrize(
    "option",
    ["--ca-file=/etc/x;y", "--ca-file=x y", "--upstream=a b", "--upstream=a;", "--upstream="],
)
def test_wrong_options(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What goes into the text besides must be one plain word."""
    assert main(["proxy", "nginx", "--to", TO, option]) == 2
    assert option.partition("=")[0] in capsys.readouterr().err


def test_upstream_is_for_nginx(capsys: pytest.CaptureFixture[str]) -> None:
    """An option that a server does not have is not passed over."""
    assert main(["proxy", "caddy", "--to", TO, "--upstream", "matomo"]) == 2
    assert "--upstream" in capsys.readouterr().err
