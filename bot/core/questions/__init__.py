"""The questions of a workshop: asked, read and judged; and the picture that all decisions look at."""
