"""Rules of the family process."""
