"""Works out what the built-in rules tell, so that not even the first run of an installation has to (`commitments/kept.py`).

    python tools/work_out.py

The program is run on the examples of all rules and the pages of all sites, so that every rule is asked. What it works out on the way
is written to a file beside the module that reads it. All stands in it under what it was made of: a rule that is changed later is worked
out anew.
"""

from __future__ import annotations

import html
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
NO_SPEECHES = ("sites", "ledger")
"""The folders of rules whose examples are pages, and that without any."""


def main() -> int:
    """Work it out, and write it."""
    sys.path.insert(0, str(SOURCE))
    os.environ["COMMITMENTS_CACHE"] = ""
    from commitments import kept

    target = Path(kept.__file__).with_name(kept.BROUGHT)
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ask(Path(folder))
    kept.bring_along(target, kept.store().packed())
    return 0


def ask(folder: Path) -> None:
    """Run the program on pages that ask for every rule."""
    from commitments.cli import main as program

    for number, page in enumerate(pages(), 1):
        folder.joinpath(f"{number}.txt").write_text(page, encoding="utf-8")
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in page.splitlines())
        folder.joinpath(f"{number}-page.html").write_text(f"<html><body>{lines}</body></html>", encoding="utf-8")
    outputs = [part for suffix in ("csv", "jsonl") for part in ("-o", str(folder / f"ledger.{suffix}"))]
    program(["extract", str(folder), *outputs], standalone_mode=False)


def pages() -> Iterator[str]:
    """Yield the examples of all rules as speeches, and the pages of the sites."""
    from commitments.cleaning.profiles import sites
    from commitments.ruledata import load_rules

    rules = load_rules()
    for kind in sorted(set(rules.tables) - set(NO_SPEECHES)):
        texts = [example.text for rule in rules.rules(kind) for example in (*rule.match, *rule.no_match)]
        plain = [text.replace("【", "").replace("】", "") for text in texts]
        yield "在2025年重点工作推进会上的讲话\n同志们：\n" + "".join(f"　　水利局要{text}。\n{text}\n" for text in plain)
    for site in sites(rules):
        yield from (example.page.strip("\n") for example in site.profile.example)


if __name__ == "__main__":
    sys.exit(main())
