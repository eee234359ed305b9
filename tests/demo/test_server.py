from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient

from demo.__main__ import greeting, parse
from demo.matomo_double.serving import listening_socket
from demo.page import BUNDLE, SCHEMA
from demo.server import create_app

ROOT = Path(__file__).parents[2]


def test_the_page_is_served_with_a_strict_policy(client: FlaskClient) -> None:
    """The page itself runs nothing inline and no eval, whatever a hit contains."""
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("name", [BUNDLE, SCHEMA])
def test_a_missing_file_says_what_to_do(client: FlaskClient, dist: Path, name: str) -> None:
    """Before the first build the page names the command that makes it work."""
    (dist / name).unlink()
    answer = client.get("/")
    assert answer.status_code == 503
    assert b"make build" in answer.data


def test_bundles_are_served_from_the_build(client: FlaskClient) -> None:
    """A rebuilt bundle is there on the next reload; a file outside the folder never is."""
    answer = client.get(f"/dist/{BUNDLE}")
    assert (answer.data, answer.cache_control.max_age) == (b"/* nothing */", 0)
    assert client.get("/dist/../server.py").status_code == 404
    assert client.get("/dist/nothing.js").status_code == 404


def test_the_page_talks_to_its_own_collector_by_default(client: FlaskClient) -> None:
    """Without a server URL the page has none to send to but this server."""
    config = {"serverUrl": None, "siteId": 1, "matomoJs": False}
    assert client.get("/api/config").get_json() == config


def test_a_real_matomo_can_be_named(dist: Path) -> None:
    """The page starts with the server and site that the command line names."""
    app = create_app(":memory:", dist, server_url="https://m.example", site_id="7")
    config = app.test_client().get("/api/config").get_json()
    app.extensions["hits"].close()
    assert (config["serverUrl"], config["siteId"]) == ("https://m.example", "7")


def test_every_file_that_the_page_names_is_there(client: FlaskClient) -> None:
    """Nothing comes from elsewhere, and nothing is missing."""
    html = "".join(client.get(path).get_data(as_text=True) for path in ("/", "/settings"))
    names = [part.split('"')[0] for part in html.split('src="')[1:] + html.split('href="')[1:]]
    assert len(names) >= 5
    assert [name for name in names if client.get(name).status_code != 200] == []


PLACES = {"/": ("Places extends DocumentPlaces", 20), "/settings": ("DocumentPlaces", 7)}


@pytest.mark.parametrize("path", PLACES)
def test_every_place_that_the_scripts_ask_for_is_on_the_page(
    client: FlaskClient, path: str
) -> None:
    """`byId` promises an element for each name of Places: the type check relies on it."""
    name, least = PLACES[path]
    declared = (ROOT / "demo/types.d.ts").read_text("utf-8")
    names, _, _ = declared.partition(f"interface {name} {{")[2].partition("}")
    places = re.findall(r"^  '?([\w-]+)'?: ", names, re.MULTILINE)
    html = client.get(path).get_data(as_text=True)
    assert len(places) > least
    assert [place for place in places if f' id="{place}"' not in html] == []


def test_a_served_app_answers_on_a_real_port(address: str) -> None:
    """The same app works outside the test client."""
    with urlopen(f"{address}/api/config", timeout=10) as answer:
        assert answer.status == 200


def test_a_taken_port_is_left_alone() -> None:
    """Where the port is taken the demo listens on another one."""
    with listening_socket("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with listening_socket("127.0.0.1", port) as other:
            assert other.getsockname()[1] not in (0, port)


def test_an_address_of_another_machine_is_an_error() -> None:
    """Where no port at all can be had the reason is told, not hidden."""
    with pytest.raises(OSError, match=r".+"):
        listening_socket("192.0.2.1", 0)


def test_the_command_line_has_quiet_defaults() -> None:
    """Nothing but this machine is involved unless it is asked for."""
    options = parse([])
    assert (options.host, options.port, options.site_id) == ("127.0.0.1", 8000, "1")
    assert (options.server_url, options.database) == (None, None)


@pytest.mark.parametrize("text", ["matomo.example", "javascript:alert(1)", "https://", ""])
def test_a_server_url_that_is_none_is_refused(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong address is refused when the demo starts, with an example of a right one."""
    with pytest.raises(SystemExit):
        parse([f"--server-url={text}"])
    assert "https://matomo.example" in capsys.readouterr().err


def test_the_greeting_names_the_address(dist: Path) -> None:
    """The terminal shows where the page is, also when the port had to change."""
    options = parse([f"--dist={dist}"])
    assert "http://127.0.0.1:8000/" in greeting(options, 8000, dist / "hits.sqlite")
    assert "port 8000 is taken" in greeting(options, 8001, dist / "hits.sqlite")


def test_the_greeting_says_where_hits_go(dist: Path) -> None:
    """It is plain whether requests leave the machine, and when the bundle is missing."""
    database = dist / "hits.sqlite"
    real = parse([f"--dist={dist}", "--server-url=https://m.example", "--site-id=7"])
    assert "nothing leaves it" in greeting(parse([f"--dist={dist}"]), 8000, database)
    assert "https://m.example, site 7" in greeting(real, 8000, database)
    assert "make build" in greeting(parse([f"--dist={dist / 'none'}"]), 8000, database)


def test_the_command_serves_until_it_is_told_to_stop(dist: Path) -> None:
    """`python -m demo` prints an address that works, and ends quietly, leaving no file behind."""
    command = [sys.executable, "-m", "demo", "--port=0", f"--dist={dist}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = next(line.split()[1] for line in process.stdout if "http://" in line)
        with urlopen(address, timeout=10) as answer:
            assert answer.status == 200
        process.terminate()  # SIGINT is ignored where the tests run in the background
        said = process.stdout.read()
    assert said.endswith("Stopped.\n")
    assert process.returncode == 0
    assert not Path(said.split("Hits")[1].split()[0]).exists()


def test_an_ipv6_address_is_bracketed(dist: Path) -> None:
    """The printed address can be opened as it stands."""
    options = parse(["--host=::1", f"--dist={dist}"])
    assert "http://[::1]:8000/" in greeting(options, 8000, dist)


def test_sockets_are_ready_to_accept() -> None:
    """A browser that is quicker than the server's first loop is not refused."""
    with listening_socket("127.0.0.1", 0) as listener:
        socket.create_connection(listener.getsockname(), timeout=10).close()
