"""Work off the main thread, latest wins."""
