"""Value discussions: talks on services that would help, offered and decided about."""
