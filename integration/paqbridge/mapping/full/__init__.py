"""The full mapping: everything that Matomo can do with a call."""
