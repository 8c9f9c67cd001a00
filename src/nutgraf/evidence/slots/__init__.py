"""The slots of a statement, each compared with the passage that carries it."""
