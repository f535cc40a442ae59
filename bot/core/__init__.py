"""The workshop itself: pure Python that knows no SDK, no network and no storage."""
