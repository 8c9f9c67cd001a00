"""Rules of the family sources."""
