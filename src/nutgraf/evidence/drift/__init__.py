"""What became of a captured page: two texts of it compared passage by passage."""
