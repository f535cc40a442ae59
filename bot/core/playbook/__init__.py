"""The playbook: what the bot asks, offers and links, read from one YAML file."""
