"""What the user wants decided, and its assessment: scenario + pack -> evaluation."""
