"""Counts false rows in texts that hold no commitment: pure exhortation, and reviews of the past.

    python benchmarks/negatives.py [FOLDER] [--most ROWS]

FOLDER (corpus/negatives) has a folder a kind, and in each clean texts. Every row that the program makes of them is wrong. Prints the
rows and, for each kind, how many there are in 10,000 characters; fails where they are more than ROWS (1).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from commitments.pipeline import extract_speech
from commitments.ruledata import load_rules
from commitments.types import CleanSpeech, Commitment

DEFAULT = Path(__file__).parents[1] / "corpus" / "negatives"
PER = 10_000
DAY = "2025-01-15"


def false_rows(folder: Path) -> tuple[int, list[tuple[str, Commitment]]]:
    """Return how many characters the texts of a folder have, and every row that is made of them, with the text's name."""
    rules = load_rules(examples=False)
    characters, rows = 0, []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = extract_speech(CleanSpeech(text), doc_id=path.stem, source=path.name, date=DAY, rules=rules)
        characters += len(text)
        rows += [(path.name, row) for row in found.commitments]
    return characters, rows


def main(arguments: list[str] | None = None) -> int:
    """Print the table; return 1 where a kind has too many false rows."""
    parser = argparse.ArgumentParser(description="Counts false rows in texts without commitments.")
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--most", type=float, default=1.0, help="false rows allowed in 10,000 characters")
    options = parser.parse_args(arguments)
    worst = 0.0
    for kind in sorted(path for path in options.folder.iterdir() if path.is_dir()):
        characters, rows = false_rows(kind)
        rate = len(rows) / characters * PER
        worst = max(worst, rate)
        print(f"{kind.name:<14} {characters:>7,} characters  {len(rows):>3} false rows  {rate:.2f} in {PER:,}")
        for name, row in rows:
            print(f"    {name}: {row.level} | {row.action}")
    return int(worst > options.most)


if __name__ == "__main__":
    sys.exit(main())
