"""The workshop's own screens: the shared card, results, summary, status, the FM's views."""
