"""Rules of the family stets."""
