"""The help as plain data: pages, what is found in them, and where each thing is explained."""
