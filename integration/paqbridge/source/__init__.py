"""The standalone ``window.analytics``."""
