"""What Matomo must be told, as the comment above each configuration says it."""

from __future__ import annotations

from paqbridge.web.first_party.plan import Plan

CA_FILE = "/etc/ssl/certs/ca-certificates.crt"
"""Where Debian, Ubuntu and Alpine keep the certificates that are trusted."""

TRUST = """\
Matomo's script and hits under this site's own names: docs/first-party.md of paqbridge.
On the page:
  serverUrl: location.origin,
  scriptUrl: location.origin + "{script}",
  trackerUrl: location.origin + "{endpoint}"
In Matomo's config/config.ini.php, so that it takes the visitor's address from this server:
  [General]
  proxy_client_headers[] = HTTP_X_FORWARDED_FOR
Matomo then believes that header of whoever sends it: let Matomo's own web server drop it where
it does not come from here. Behind a CDN or a load balancer, this server must first be told whose
word it may take for the visitor's address: {behind}"""


def heading(plan: Plan, behind: str) -> list[str]:
    """Return the comment's lines; ``behind`` says how this server is told of a CDN before it."""
    text = TRUST.format(script=plan.script, endpoint=plan.endpoint, behind=behind)
    return [f"# {line}" for line in text.splitlines()]
