"""Writes rules/owners/edges.toml: two-character words that begin like the last character of a name (科技, 所有, 部署).

Without them 转化科技成果 reads as a body 转化科. They are from the word list that jieba ships (MIT); the program never loads
that list. Run: python tools/word_edges.py
"""

from __future__ import annotations

from pathlib import Path

import jieba

from commitments.mentions.owner_rules import owner_grammar
from commitments.ruledata import load_rules

FREQUENT = 30
"""Occurrences in jieba's own count from which a word is kept."""
TARGET = Path(__file__).resolve().parents[1] / "rules/owners/edges.toml"


def main() -> None:
    """Read jieba's dictionary and write the table."""
    grammar = owner_grammar(load_rules())
    edges = {word for word in grammar.endings if len(word) == 1} | set(grammar.units)
    words = []
    for line in Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if len(word) == 2 and word[0] in edges and int(count) >= FREQUENT:
            words.append(word)
    TARGET.write_text(
        "# Words that begin like the last character of a name, made by tools/word_edges.py from jieba's word list (MIT licence);\n"
        "# not edited by hand.\n"
        f'\n[[table]]\nid = "owner.edges"\nwords = "{" ".join(sorted(words))}"\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
