"""Builds as values: what a lean, a full and an explaining one are made of."""
