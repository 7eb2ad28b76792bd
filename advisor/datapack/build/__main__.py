"""Command line of the build: ``python -m advisor.datapack.build [--open-only] [--out DIR]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from advisor import paths
from advisor.datapack.build.pipeline import build_pack
from advisor.datapack.problems import PackError


def main() -> None:
    """Build the default pack and say what was written."""
    parser = argparse.ArgumentParser(
        prog="python -m advisor.datapack.build",
        description="Turn the source figures in data/sources into the default data pack.",
    )
    parser.add_argument("--open-only", action="store_true", help="leave out figures that are only quoted")
    parser.add_argument("--out", type=Path, default=paths.DEFAULT_PACK, help="folder to write (data/pack)")
    parser.add_argument(
        "--sources", type=Path, default=paths.DATA / "sources", help="folder of source figures"
    )
    arguments = parser.parse_args()
    try:
        counts = build_pack(arguments.sources, arguments.out, open_only=arguments.open_only)
    except PackError as error:
        parser.exit(1, f"{error}\n")
    for name, count in counts.items():
        print(f"{name}: {count} rows")


if __name__ == "__main__":
    main()
