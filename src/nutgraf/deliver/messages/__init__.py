"""What one reader gets: the letter, its headers and links, and how it is signed."""
