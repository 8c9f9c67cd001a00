"""Rules of the family fairness."""
