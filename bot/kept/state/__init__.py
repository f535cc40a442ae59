"""The state of an engagement as it is stored: its row, earlier versions of it, and all that goes with it."""
