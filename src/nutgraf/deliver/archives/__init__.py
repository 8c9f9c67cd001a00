"""What was sent, as a website."""
