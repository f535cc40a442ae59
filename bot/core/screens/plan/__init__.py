"""The plan and its forms."""
