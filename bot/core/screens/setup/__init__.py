"""The setup's forms."""
