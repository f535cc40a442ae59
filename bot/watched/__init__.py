"""Numbers and traces of a running service; nothing of it is imported where no setting asks for it."""
