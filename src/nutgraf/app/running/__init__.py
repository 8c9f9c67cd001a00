"""Stories that run over weeks: who is in them, what happened when, what is new since a brief."""
