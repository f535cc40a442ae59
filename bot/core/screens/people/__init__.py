"""The roles of a person."""
