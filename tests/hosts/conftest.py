"""These pages come from a real server on loopback."""

from tests.support.visit_fixture import visit

__all__ = ["visit"]
