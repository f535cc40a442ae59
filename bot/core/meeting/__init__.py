"""The live meeting: the FM puts one question at a time to the thread."""
