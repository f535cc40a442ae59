"""A question in the thread during a meeting."""
