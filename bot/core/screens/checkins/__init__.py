"""Check-ins: the series and its forms, the agenda, a reminder."""
