"""ssat-bot: the customer success workshop, held in a Teams channel."""

__version__ = "0.1.0"
