"""What the sources of a pack offer to who writes of them: quotations, figures, people, days."""
