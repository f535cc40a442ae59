"""What commands put out: files, standard output, and how far they are."""
