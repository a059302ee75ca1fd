"""`make bench`: one line a promise; exit 1 when one falls short.

Name parts to run only some: `python -m bench rules`.
"""

import importlib
import sys

PARTS = ("rules", "papers", "assign", "desk", "fresh")


def main() -> int:
    chosen = sys.argv[1:] or PARTS
    print("name | ours | reference | ratio | promise | holds")
    held = True
    for part in chosen:
        for line in importlib.import_module(f"bench.{part}").lines():
            print(line, flush=True)
            held &= line.holds
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
