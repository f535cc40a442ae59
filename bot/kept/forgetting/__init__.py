"""Forgetting a person: what takes their place in everything that is kept, and the walk over all of it."""
