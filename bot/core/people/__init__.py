"""What people do for themselves: roles, language, leaving their private view."""
