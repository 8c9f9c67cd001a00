"""What a person answers for: the gate, and the approval."""
