"""Success metrics: what the team follows, its values, and the success review."""
