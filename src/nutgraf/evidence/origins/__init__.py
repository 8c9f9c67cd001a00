"""Where the sources of a pack got it from."""
