"""Source figures to data pack, deterministically. Run with ``python -m advisor.datapack.build``."""
