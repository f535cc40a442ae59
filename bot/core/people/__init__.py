"""People's own settings: roles, language, and leaving a private view."""
