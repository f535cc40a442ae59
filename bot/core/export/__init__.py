"""What an engagement says to the outside: one document, from which every format is made."""
