"""`python -m demo`: serve the demo and say where it is."""

from __future__ import annotations

import argparse
import signal
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from demo.matomo_double.serving import create_server
from demo.page import BUNDLE
from demo.server import create_app

DIST = Path(__file__).parent.parent / "dist"


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until interrupted; the hits go to a temporary file unless `--database` names one."""
    options = parse(arguments)
    with tempfile.TemporaryDirectory(prefix="paqbridge-demo-") as folder:
        serve(options, options.database or Path(folder) / "hits.sqlite")


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m demo", description="See calls become Matomo requests."
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)"
    )
    parser.add_argument(
        "--port", type=int, default=8000, help="another free one is used if it is taken"
    )
    parser.add_argument(
        "--server-url", type=server_url, help="base URL of a real Matomo to send to"
    )
    parser.add_argument("--site-id", default="1", help="its site id (default: 1)")
    parser.add_argument(
        "--database", type=Path, help="SQLite file for the hits (default: a temporary one)"
    )
    parser.add_argument(
        "--settings", type=Path, help="JSON file for the settings document (default: in memory)"
    )
    parser.add_argument(
        "--matomo-js", type=script_file, help="a real matomo.js, which the page can switch to"
    )
    parser.add_argument("--dist", type=Path, default=DIST, help="folder of the built bundles")
    return parser.parse_args(arguments)


def server_url(text: str) -> str:
    """Check that the text is an absolute http(s) address; argparse shows the message otherwise."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise argparse.ArgumentTypeError(
            f"expected an address such as https://matomo.example, got {text!r}"
        )
    return text


def script_file(text: str) -> Path:
    """Check that the text names a file; argparse shows the message otherwise."""
    if not Path(text).is_file():
        raise argparse.ArgumentTypeError(f"there is no file {text!r}")
    return Path(text)


def serve(options: argparse.Namespace, database: Path) -> None:
    """Run the server in this thread, the main one, until Ctrl+C or a request to terminate."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    app = create_app(
        database,
        options.dist,
        options.server_url,
        options.site_id,
        host=options.host,
        document=options.settings,
        matomo_js=options.matomo_js,
    )
    server = create_server(app, options.host, options.port)
    print(greeting(options, server.port, database), flush=True)
    server.serve_forever()  # returns on KeyboardInterrupt
    app.extensions["hits"].close()
    print("\n  Stopped.")


def greeting(options: argparse.Namespace, port: int, database: Path) -> str:
    """What the terminal shows once the server listens."""
    host = f"[{options.host}]" if ":" in options.host else options.host
    lines = ["", f"  Demo     http://{host}:{port}/"]
    if options.port not in (0, port):
        lines.append(f"           (port {options.port} is taken)")
    if options.server_url:
        lines.append(f"  Matomo   {options.server_url}, site {options.site_id}")
    else:
        lines.append("  Matomo   a stand-in on this machine; nothing leaves it")
    lines.append(f"  Hits     {database}")
    if not (options.dist / BUNDLE).is_file():
        lines.append(f"  Missing  {options.dist / BUNDLE}: run make build")
    return "\n".join([*lines, "  Stop     Ctrl+C", ""])


if __name__ == "__main__":
    main()
