"""Rules of the family quotations."""
