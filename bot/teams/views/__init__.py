"""What people have open on cards that all share, and what their clients draw."""
