"""Keeps what the bot remembers as rows of the store, a file for each kind of row.

Engagements with their long texts, the latest engagement of each channel, the portfolios of FMs, the
homes of all others, the due index, pending sends, posted cards, and the bot's chats with people.
"""
