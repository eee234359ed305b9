"""``{% load paqbridge %}{% paqbridge %}``: the markup, for the head of a page."""

from __future__ import annotations

from django.template import Context, Library

from paqbridge.web.django.pages import markup
from paqbridge.web.markup import Markup
from paqbridge.web.options import UNSAID

register = Library()


@register.simple_tag(takes_context=True)
def paqbridge(context: Context, nonce: object = None, user_id: object = UNSAID) -> Markup:
    """Return the markup for this page; ``user_id=None`` says nothing of the user."""
    return markup(context.get("request"), nonce, user_id)
