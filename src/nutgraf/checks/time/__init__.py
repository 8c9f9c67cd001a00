"""Rules of the family time."""
