"""Rules of the family strength."""
