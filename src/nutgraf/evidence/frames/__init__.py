"""Who does what to whom: sentences cut into phrases, and the phrases bound to their verbs."""
