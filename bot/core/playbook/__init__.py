"""The playbook: the questions, offers and links of the bot, read from one YAML file."""
