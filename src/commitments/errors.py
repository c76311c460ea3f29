"""Errors a user can act on: each names the place, the problem and the cure."""

from __future__ import annotations


class Error(Exception):
    """Base of all errors raised on wrong input; the message reads "place: problem; cure".

    >>> str(Error("讲话.txt", "the file is empty", "copy the page again"))
    '讲话.txt: the file is empty; copy the page again'

    Args:
        place: the file, field or offset that is wrong.
        problem: what is wrong there.
        cure: what the user can do about it.
    """

    def __init__(self, place: str, problem: str, cure: str) -> None:
        super().__init__(place, problem, cure)
        self.place = place
        self.problem = problem
        self.cure = cure

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}; {self.cure}"


class SourceError(Error):
    """A page that cannot be read: missing, empty, binary, or without a speech on it."""


class OptionError(Error):
    """An option or argument with a value that is not allowed."""


class RuleError(Error):
    """A rule file that is malformed, or whose own examples fail."""


class OutputError(Error):
    """A ledger that cannot be written."""


class LedgerError(Error):
    """A ledger or gold file that cannot be read."""
