"""Sending that several machines share."""
