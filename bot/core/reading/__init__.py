"""Whose words: sentences, values and links as one reader may see them."""
