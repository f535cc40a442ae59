"""What the workshop is: pure Python that knows no SDK, no network and no storage."""
