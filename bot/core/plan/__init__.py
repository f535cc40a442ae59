"""The plan: gaps, risks and promises as action items with an owner and a day."""
