"""What a request says in JSON; what is none, or says something else, is a 400 with a sentence."""

from __future__ import annotations

from typing import Any, NoReturn

from flask import Response, abort, request

Kinds = type | tuple[type, ...]


def told(**wanted: Kinds) -> dict[str, Any]:
    """Return the JSON object of the request; each name that is wanted has a value of its kind."""
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        refuse("The body is no JSON object.")
    for name, kinds in wanted.items():
        if not _is_of(body.get(name), kinds):
            refuse(f"{name!r} is missing, or not what it should be.")
    return dict(body)


def _is_of(value: object, kinds: Kinds) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool)


def refuse(sentence: str, status: int = 400) -> NoReturn:
    """End the request with a sentence."""
    abort(Response(f"{sentence}\n", status, mimetype="text/plain"))
