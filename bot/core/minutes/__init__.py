"""The minutes: issued in the thread, confirmed by the customer."""
