"""Where the figures come from: what is known of which place, how old it is, and what each source serves."""
