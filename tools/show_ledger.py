"""Shows a ledger file as the table that `commitments extract` shows on a terminal, also where stdout is none.

    python tools/show_ledger.py out/ledger.csv [--lang zh] [--width 110]
"""

from __future__ import annotations

import argparse
import sys

from commitments import Error, read_ledger
from commitments.cli_table import print_table


def main() -> int:
    """Print the table; one line and status 2 where the file is no ledger."""
    parser = argparse.ArgumentParser(description="Show a ledger file as a table.")
    parser.add_argument("ledger", help="a .csv, .jsonl, .xlsx, .parquet, .ics or .html ledger")
    parser.add_argument("--lang", choices=["zh", "en"], default="en", help="language of the headings")
    parser.add_argument("--width", type=int, default=None, help="columns of the table; those of the terminal if none")
    options = parser.parse_args()
    try:
        ledger = read_ledger(options.ledger)
    except Error as error:
        print(error, file=sys.stderr)
        return 2
    print_table(ledger, sys.stdout, options.lang, options.width)
    return 0


if __name__ == "__main__":
    sys.exit(main())
