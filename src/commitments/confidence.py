"""How sure a row is, from 0 to 1, by the evidence it rests on."""

from __future__ import annotations

from commitments.rows import Row


def confidence(row: Row, warnings: tuple[str, ...]) -> float:
    """Return the confidence of a row, rounded to two digits.

    A first estimate by kinds of evidence: a named owner with a modal and a date of its own is surest, a bare
    predicate in a passage that may be a review is least sure.
    """
    score = 0.9 if row.level == "hard" else 0.7
    if row.owner_kind == "inherited":
        score -= 0.08
    if row.deadline_carried:
        score -= 0.05
    if "link.bare" in row.rules:
        score -= 0.1
    score -= 0.05 * sum(code in warnings for code in ("deadline-unresolved", "near-gap", "cleaning-unsure", "deadline-before-speech"))
    return round(max(score, 0.05), 2)
