"""Writes rules/cleaning/joints.toml: which two characters stand side by side in running Chinese.

By them the cleaner tells a foreign word inside a sentence: behind 抓 and before 紧 something has been put in between. They are
from the word list that jieba ships (MIT), which the program never loads, and from the clean speeches of the corpus's train split.
Run: python tools/joints.py
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import jieba

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "rules/cleaning/joints.toml"
FREQUENT_WORD = 100
FREQUENT_LONG_WORD = 1000
"""Occurrences in jieba's own count from which a word of two characters, and one of three or four, is looked at."""
FEWEST = 2
"""Occurrences in the train split from which a pair counts."""


def main() -> None:
    """Read the word list and the speeches, and write the table."""
    pairs = _of_words() | _of_speeches()
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for first, second in sorted(pairs):
        behind[first].append(second)
    words = " ".join(first + "".join(seconds) for first, seconds in behind.items())
    TARGET.write_text(
        "# Characters, each with those that often stand right behind it; made by tools/joints.py from jieba's word list (MIT licence)\n"
        f"# and the train split; not edited by hand.\n\n[table]\njoints = '{words}'\n",
        encoding="utf-8",
    )


def _of_words() -> set[str]:
    pairs: set[str] = set()
    for line in Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if int(count) >= (FREQUENT_WORD if len(word) == 2 else FREQUENT_LONG_WORD) and len(word) <= 4:
            pairs.update(_chinese(word))
    return pairs


def _of_speeches() -> set[str]:
    counts: Counter[str] = Counter()
    for speech in tomllib.loads((ROOT / "corpus/index.toml").read_text(encoding="utf-8"))["speech"]:
        if speech["split"] == "train" and speech["script"] == "simplified":
            counts.update(_chinese((ROOT / f"corpus/clean/{speech['id']}.txt").read_text(encoding="utf-8")))
    return {pair for pair, count in counts.items() if count >= FEWEST}


def _chinese(text: str) -> list[str]:
    return [one + two for one, two in pairwise(text) if "\u4e00" <= one <= "\u9fff" and "\u4e00" <= two <= "\u9fff"]


if __name__ == "__main__":
    main()
