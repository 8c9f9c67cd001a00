"""What the sources of a pack tell differently of one thing."""
