"""The checks of a playbook besides its shape: references, addresses, sentences, words."""
