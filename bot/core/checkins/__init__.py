"""Check-ins: the series, the moments at which something falls due, and the reminders then sent."""
