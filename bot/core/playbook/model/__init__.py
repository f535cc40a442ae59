"""The playbook as data, as its file says it."""
