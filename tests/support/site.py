"""What a test's own site serves: pages, the bundles beside them, and a small Matomo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from mimetypes import guess_type
from pathlib import Path

from flask import Flask, Response, abort

from demo.matomo_double.collector import create_collector
from demo.matomo_double.hits import HitStore
from tests.support.tracker_file import NAMES, TRACKER, TrackerFile

DIST = Path(__file__).parents[2] / "dist"
POLICY = "content-security-policy"


class Site:
    """The site at ``address``, and its Matomo there and at ``matomo``, which is another origin.

    A path is looked up in ``answers``, in ``files``, then in ``folder``; /dist/ has the bundles;
    everywhere else is ``fallback``, if there is one. In a page ``{{ address }}`` and
    ``{{ matomo }}`` stand for those addresses, which only a run knows.
    """

    def __init__(self, folder: Path, address: str, matomo: str) -> None:
        self.folder = folder
        self.address = address
        self.matomo = matomo
        self.answers: dict[str, Callable[[], Response]] = {}
        self.files: dict[str, str | bytes] = {}
        self.fallback: str | None = None
        self.policy = ""
        self.tracker = TrackerFile()
        self.store = HitStore()
        self.app = self.create_app()

    def create_app(self) -> Flask:
        """Build the app."""
        app = Flask("site", static_folder=None)
        for name in NAMES:  # before the collector, which has rules for them too
            app.add_url_rule(f"/{name}", name, partial(self.tracker.answer, name))
        app.register_blueprint(create_collector(self.store, TRACKER))
        app.add_url_rule("/", "file", self.file, methods=["GET", "POST"], defaults={"path": ""})
        app.add_url_rule("/<path:path>", "file", self.file, methods=["GET", "POST"])
        return app

    def file(self, path: str) -> Response:
        """Answer with a file; with an error where there is none."""
        if path == "favicon.ico":
            return Response(status=204)
        if path in self.answers:
            return self.answers[path]()
        body = self.body(path)
        # A settings document has no ending where Segment's snippet looks for it.
        plain = "application/json" if path.endswith("/settings") else "text/html"
        kind = guess_type(path)[0] or plain
        if kind != "text/html":
            return Response(body, mimetype=kind)
        text = self.located(body if isinstance(body, str) else body.decode())
        headers = {POLICY: self.located(self.policy)} if self.policy else {}
        return Response(text, headers=headers, mimetype=kind)

    def body(self, path: str) -> str | bytes:
        """Find a file. It is read whole: a browser that goes away leaves none open."""
        if path in self.files:
            return self.files[path]
        parent, _, name = path.rpartition("/")
        file = (DIST if parent == "dist" else self.folder / parent) / name
        if file.is_file():
            return file.read_bytes()
        return abort(404) if self.fallback is None else self.fallback

    def located(self, text: str) -> str:
        """Put the addresses into a text."""
        return text.replace("{{ address }}", self.address).replace("{{ matomo }}", self.matomo)
