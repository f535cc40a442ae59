"""Check-ins: the series, what falls due when, and what is then said."""
