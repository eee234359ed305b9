"""The settings document of the demo, where Segment's snippet would look for it."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, request

from demo.matomo_double.told import refuse, told

PATH = "/v1/projects/demo/settings"
MOST = 65536
"""What the bundle takes of a document; a larger one would not be used."""


class SavedDocument:
    """The document as text, None before the first save; in a file, if there is one for it."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._text: str | None = None
        self._lock = threading.Lock()

    def read(self) -> str | None:
        """Return it as it is now."""
        with self._lock:
            if self._file is None:
                return self._text
            return self._file.read_text("utf-8") if self._file.is_file() else None

    def write(self, text: str | None) -> None:
        """Keep it; None forgets it."""
        with self._lock:
            if self._file is None:
                self._text = text
            elif text is None:
                self._file.unlink(missing_ok=True)
            else:
                self._file.write_text(text, "utf-8")


def create_document(saved: SavedDocument) -> Blueprint:
    """Build the blueprint: GET, PUT and DELETE of the document."""
    document = Blueprint("settings_document", __name__)

    @document.get(PATH)
    def read() -> Response:
        text = saved.read()
        if text is None:
            return Response(status=204)  # a 404 would be an error in the console of each visit
        # A browser keeps it, and asks each time whether it still counts.
        response = Response(text, mimetype="application/json")
        response.cache_control.no_cache = True
        response.add_etag()
        response.make_conditional(request)
        return response

    @document.put(PATH)
    def write() -> Response:
        if (request.content_length or 0) > MOST:
            refuse("The document is larger than 64 kB.", 413)
        saved.write(written(told()))
        return Response(status=204)

    @document.delete(PATH)
    def forget() -> Response:
        saved.write(None)
        return Response(status=204)

    return document


def written(document: dict[str, Any]) -> str:
    """A document as a person would read it."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
