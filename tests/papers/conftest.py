"""Property tests try the same examples every time."""

from hypothesis import settings

settings.register_profile("papers", derandomize=True, deadline=None, database=None, max_examples=60)
settings.load_profile("papers")
