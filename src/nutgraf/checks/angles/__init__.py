"""Rules of the family angles."""
