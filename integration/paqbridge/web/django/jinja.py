"""The function ``paqbridge()`` for Django's Jinja2 templates: put it into ``env.globals``."""

from __future__ import annotations

from jinja2 import pass_context
from jinja2.runtime import Context

from paqbridge.web.django.pages import markup
from paqbridge.web.markup import Markup
from paqbridge.web.options import UNSAID


@pass_context
def paqbridge(context: Context, nonce: object = None, user_id: object = UNSAID) -> Markup:
    """Return the markup for this page, as the tag does."""
    return markup(context.get("request"), nonce, user_id)
