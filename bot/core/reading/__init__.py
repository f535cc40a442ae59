"""Sentences, values and links as one reader may see them."""
