"""The plan after the choice: lists to be ticked and reworded."""
