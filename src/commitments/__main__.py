"""Runs the command line: `python -m commitments`."""

from commitments.cli import main

if __name__ == "__main__":  # worker processes import this module too
    main(prog_name="commitments")
