"""Settings: one table, and the check that each row names."""
