"""What comes back: readers who leave, reports of what could not be delivered, complaints."""
