"""Finds patterns that could cost more than linear time: unbounded repeats, and what is slow on a hostile line.

A pattern that explodes cannot be interrupted from Python, so the lines are searched in a process of their own
(`python -m commitments.rulecost`), which a watchdog ends.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
import re._parser as _sre  # type: ignore[import-not-found]  # the parser that `re` itself uses
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from commitments.kept import compiled

LONGEST_LINE = 10_000
"""Characters of the hostile line; a page that lost its line breaks is one line of this length."""
MOST_SECONDS = 0.5
"""What a search of that line may take. A pattern that steps once over each character takes a hundredth of it."""

_FLOOR = 0.02
"""Seconds that even a short line may take, so that a busy machine is not taken for a slow pattern."""
_TRIES = 4
"""A busy machine is slow now and then; a slow pattern is slow each time."""
_PATIENCE = 5
"""Seconds after which the watchdog ends a search."""
_LINES = ((60, ""), (60, "。"), (400, ""), (400, "。"), (LONGEST_LINE, "。"))
"""Length and ending of the lines. What explodes shows it on a short one, but many a pattern only where its end fails."""
_UNITS = ("9", "一", "年", "每", "(", "，", "。", " ", "a", "“")


def has_unbounded_repeat(source: str) -> bool:
    """Whether a pattern repeats something without an upper bound.

    >>> has_unbounded_repeat("[^。]*年"), has_unbounded_repeat("[^。]{0,20}年")
    (True, False)
    """
    return any(argument[1] == _sre.MAXREPEAT for operator, argument in _operators(_sre.parse(source)) if operator.endswith("REPEAT"))


def _operators(sequence: Iterable[tuple[Any, Any]]) -> Iterator[tuple[str, Any]]:
    for operator, argument in sequence:
        name = str(operator)
        yield name, argument
        for inner in _inner(name, argument):
            yield from _operators(inner)


def _inner(operator: str, argument: Any) -> Iterable[Any]:
    """Return the sequences of which an operator of the parsed pattern is made."""
    if operator.endswith("REPEAT"):
        return (argument[2],)
    if operator == "BRANCH":
        return tuple(argument[1])
    if operator == "SUBPATTERN":
        return (argument[-1],)
    if operator == "ATOMIC_GROUP":
        return (argument,)
    if operator in {"ASSERT", "ASSERT_NOT"}:
        return (argument[1],)
    if operator == "GROUPREF_EXISTS":
        return tuple(branch for branch in argument[1:] if branch)
    return ()


def slow_patterns(patterns: Sequence[tuple[str, Sequence[str]]]) -> dict[int, str]:
    """Return which patterns are slow, by their place in the list, with the unit of the line that shows it.

    A hostile line repeats one unit: a digit, a mark, or what the pattern is meant to find, whole and broken off.

    >>> slow_patterns([("[0-9]{1,3}月", ["9月"]), ("(?:[年月]{0,20}){0,20}日", ["9月1日"])])
    {1: '年'}

    Args:
        patterns: each pattern with texts that it is meant to find.
    """
    slow: dict[int, str] = {}
    first = 0
    while first < len(patterns):
        unit, done = _searched(patterns[first:])
        if done == len(patterns) - first:
            break
        slow[first + done] = unit
        first += done + 1
    return slow


def _searched(patterns: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, int]:
    """Search in a process of its own until a pattern is slow; return its unit, and how many patterns were done before."""
    command = [sys.executable, "-m", "commitments.rulecost"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONUTF8": "1"}
    run = subprocess.run(command, input=json.dumps(patterns), capture_output=True, encoding="utf-8", env=environment, check=False)
    reports = [json.loads(line) for line in run.stdout.splitlines()]
    done, unit = reports[-1] if reports else (0, "")
    return unit, done


def _search_all(patterns: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Print [patterns done, unit] before each unit; the last line tells the parent where the search ended."""
    for place, (source, samples) in enumerate(patterns):
        regex = compiled(source)
        pieces = [piece for sample in samples for piece in (sample, sample[:-1], sample[:2])]
        for unit in filter(None, dict.fromkeys([*_UNITS, *pieces])):
            print(json.dumps([place, unit]), flush=True)
            faulthandler.dump_traceback_later(_PATIENCE, exit=True)
            if _is_slow(regex, unit):
                return
            faulthandler.cancel_dump_traceback_later()
    print(json.dumps([len(patterns), ""]))


def _is_slow(regex: re.Pattern[str], unit: str) -> bool:
    for length, ending in _LINES:
        line = (unit * (length // len(unit) + 1))[:length] + ending
        limit = max(MOST_SECONDS * length / LONGEST_LINE, _FLOOR)
        if all(_seconds(regex, line) > limit for _ in range(_TRIES)):
            return True
    return False


def _seconds(regex: re.Pattern[str], line: str) -> float:
    begin = time.process_time()
    for _ in regex.finditer(line):
        pass
    return time.process_time() - begin


if __name__ == "__main__":
    _search_all(json.load(sys.stdin))
