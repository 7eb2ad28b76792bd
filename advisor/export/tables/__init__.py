"""Tables as text: the ranking for people, and every figure on a row of its own."""
