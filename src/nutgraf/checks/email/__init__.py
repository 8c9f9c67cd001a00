"""Rules of the family email: they read the HTML that readers get."""
