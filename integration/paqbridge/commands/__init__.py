"""CHECK: the closed grammar of what may reach ``_paq``."""
