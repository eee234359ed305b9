"""The proxies on free ports of loopback: the apps in Python, and the real servers."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.opt_in import APPS

PROGRAMS = {"nginx": "nginx", "caddy": "caddy", "apache": "apache2"}
START_SECONDS = 15
HERE = Path(__file__).parent
TOP = HERE.parents[1]
SEARCHED = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])

NGINX = """
user root root; daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  {upstream}
  server {{ listen 127.0.0.1:{port}; location / {{ return 404; }} include {folder}/proxy.conf; }}
}}
"""
UPSTREAM = "upstream matomo {{ server 127.0.0.1:{matomo}; keepalive 16; keepalive_timeout 4s; }}"
CADDY = """
{{
\tadmin off
\tauto_https off
}}
http://:{port} {{
\tbind 127.0.0.1
\timport {folder}/proxy.conf
\tlog {{
\t\toutput discard
\t}}
\trespond 404
}}
"""
MODULES = "mpm_event authz_core authz_host proxy proxy_http headers ssl socache_shmcb"
APACHE = """
ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
ErrorLog {folder}/error.log
Listen 127.0.0.1:{port}
{modules}
<VirtualHost *:{port}>
  DocumentRoot {folder}/pages
  Include {folder}/proxy.conf
</VirtualHost>
"""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def program(server: str) -> str:
    """Return the path of a server's program; skip where it is not wanted, or not there."""
    if not APPS:
        pytest.skip("real servers run with APPS")
    found = shutil.which(PROGRAMS[server], path=SEARCHED)
    if found is None:
        pytest.skip(f"{PROGRAMS[server]} is not installed")
    return found


def command(server: str, folder: Path, port: int, matomo: int) -> list[str]:
    """Write the configuration around the proxy's; return what starts the server."""
    path = program(server)
    if server == "nginx":
        upstream = UPSTREAM.format(matomo=matomo)
        text = NGINX.format(folder=folder, port=port, upstream=upstream)
        options = ["-c", f"{folder}/main.conf", "-e", f"{folder}/error.log"]
    elif server == "caddy":
        text = CADDY.format(folder=folder, port=port)
        options = ["run", "--config", f"{folder}/main.conf", "--adapter", "caddyfile"]
    else:
        text = APACHE.format(folder=folder, port=port, modules=modules())
        (folder / "pages").mkdir()
        options = ["-f", f"{folder}/main.conf", "-DFOREGROUND"]
    (folder / "main.conf").write_text(text, "utf-8")
    return [path, *options]


def modules() -> str:
    """Return the lines that load Apache's modules."""
    place = "/usr/lib/apache2/modules"
    return "\n".join(f"LoadModule {one}_module {place}/mod_{one}.so" for one in MODULES.split())


@contextmanager
def serving(server: str, text: str, folder: Path, matomo: int) -> Iterator[tuple[int, int]]:
    """Run a real server with the proxy's configuration; gives its port and its process."""
    port = free_port()
    (folder / "proxy.conf").write_text(text, "utf-8")
    with started(command(server, folder, port, matomo), folder, port) as process:
        yield port, process


@contextmanager
def serving_app(kind: str, to: str, folder: Path, seconds: int) -> Iterator[tuple[int, int]]:
    """Run one of the apps in a process of its own, under uvicorn or Werkzeug."""
    port = free_port()
    run = [sys.executable, "-W", "error", "-m", "tests.first_party.serve_app", kind, to]
    with started([*run, str(port), str(seconds)], folder, port) as process:
        yield port, process


@contextmanager
def started(run: list[str], folder: Path, port: int) -> Iterator[int]:
    """Run a process until the block ends; gives its id once its port is open."""
    env = {**os.environ, "HOME": str(folder), "PYTHONPATH": f"{TOP / 'integration'}:{TOP}"}
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(run, cwd=TOP, env=env, stdout=output, stderr=output)
    try:
        wait_for(lambda: is_open(port), process, folder / "output")
        yield process.pid
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def wait_for(ready: Callable[[], bool], process: subprocess.Popen[bytes], output: Path) -> None:
    """Wait until a server is ready; fail with what it wrote where it ends instead."""
    end = time.monotonic() + START_SECONDS
    while not ready():
        assert process.poll() is None, output.read_text("utf-8")
        assert time.monotonic() < end, output.read_text("utf-8")
        time.sleep(0.02)  # a port says nothing when it opens


def is_open(port: int) -> bool:
    """Tell whether somebody listens."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
