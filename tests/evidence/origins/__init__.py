"""Where sources got it from."""
