"""The pairing with the greatest sum (Hungarian method), component by component.

Two rows of a speech rarely resemble more than a few others, so that the graph falls into small parts: each costs
the cube of its own size, and a speech of thousands of rows stays cheap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Edge = tuple[int, int]


def assign(weights: Mapping[Edge, float]) -> list[Edge]:
    """Return the one-to-one pairs, out of those that have a weight, whose weights sum up to the most.

    >>> assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8})
    [(0, 1), (1, 0)]

    Args:
        weights: (left, right) -> weight above 0; what is not in it cannot be paired.

    Source: H. W. Kuhn, The Hungarian method for the assignment problem, 1955, with potentials and shortest
    augmenting paths.
    """
    pairs: list[Edge] = []
    for edges in _components(weights):
        if len(edges) == 1:
            pairs += edges
            continue
        lefts, rights = sorted({left for left, _ in edges}), sorted({right for _, right in edges})
        matrix = [[weights.get((left, right), 0.0) for right in rights] for left in lefts]
        found = ((lefts[row], rights[column]) for row, column in _solve(matrix))
        pairs += [edge for edge in found if edge in weights]
    return sorted(pairs)


def _components(edges: Mapping[Edge, float]) -> list[list[Edge]]:
    """Group the edges that hang together, with union-find over the left and right ends."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for left, right in edges:
        parent[root(("left", left))] = root(("right", right))
    groups: dict[tuple[str, int], list[Edge]] = {}
    for edge in edges:
        groups.setdefault(root(("left", edge[0])), []).append(edge)
    return list(groups.values())


def _solve(matrix: Sequence[Sequence[float]]) -> list[Edge]:
    if len(matrix) > len(matrix[0]):
        return [(row, column) for column, row in _solve(list(zip(*matrix, strict=True)))]
    rows, columns = len(matrix), len(matrix[0])
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    matched = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(matrix, row, row_potential, column_potential, matched)
    return [(matched[column] - 1, column - 1) for column in range(1, columns + 1) if matched[column]]


def _augment(matrix: Sequence[Sequence[float]], row: int, u: list[float], v: list[float], matched: list[int]) -> None:
    """Find the cheapest augmenting path that gives `row` a column (costs are negated weights)."""
    columns = len(v) - 1
    least = [float("inf")] * (columns + 1)
    way, used = [0] * (columns + 1), [False] * (columns + 1)
    matched[0], column = row, 0
    while True:
        used[column] = True
        current, delta, following = matched[column], float("inf"), 0
        for j in range(1, columns + 1):
            if used[j]:
                continue
            cost = -matrix[current - 1][j - 1] - u[current] - v[j]
            if cost < least[j]:
                least[j], way[j] = cost, column
            if least[j] < delta:
                delta, following = least[j], j
        for j in range(columns + 1):
            if used[j]:
                u[matched[j]] += delta
                v[j] -= delta
            else:
                least[j] -= delta
        column = following
        if matched[column] == 0:
            break
    while column:
        matched[column] = matched[way[column]]
        column = way[column]
