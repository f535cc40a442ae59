"""What is asked in a workshop, how it is read and judged; the picture that all decisions look at."""
