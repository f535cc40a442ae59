"""The export of an engagement: one document, from which every format is made."""
