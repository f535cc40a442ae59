"""The Teams edge: HTTP, tokens, the connector, the turn, and what people can type."""
