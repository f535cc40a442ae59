"""From an HTTP request to an activity that is read and checked."""
