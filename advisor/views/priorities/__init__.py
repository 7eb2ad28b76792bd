"""What is said beside priorities and must-haves."""
