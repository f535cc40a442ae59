"""What a playbook must hold besides its shape: references, addresses, sentences, words."""
