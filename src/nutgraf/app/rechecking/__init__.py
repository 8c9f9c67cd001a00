"""Looking captured pages up again: what became of them, and what rests on it."""
