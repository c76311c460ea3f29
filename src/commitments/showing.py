"""What a notebook shows: marked text as HTML, and pictures, without a word to the notebook's machinery."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from commitments.types import Commitment, Span

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK = {
    "owner": "#cfe4ff", "action": "#fff1b8", "quantity": "#c9efcf", "deadline": "#ffd6cc", "removed": "#f3c6c6", "heading": "#e4dcf5",
}  # fmt: skip
_FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "SimHei")
_DPI = 120


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of HTML that a notebook shows as such."""

    markup: str

    def _repr_html_(self) -> str:
        return self.markup


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure that a notebook shows as PNG, whatever backend matplotlib has."""

    figure: Figure

    def _repr_png_(self) -> bytes:
        out = BytesIO()
        with _chinese():
            self.figure.savefig(out, format="png", dpi=_DPI)
        return out.getvalue()

    def save(self, path: str | Path) -> None:
        """Write the figure to a file; the suffix says the format (.png, .svg, .pdf). The same figure gives the same SVG."""
        undated = {"Date": None} if str(path).endswith(".svg") else None
        with _chinese():
            self.figure.savefig(path, dpi=_DPI, metadata=undated)


def new_figure(width: float, height: float) -> Figure:
    """Return an empty figure that belongs to no window and no backend.

    Args:
        width: in inches.
        height: in inches.
    """
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained", facecolor="white")


def bare(axes: Axes, *more: str) -> None:
    """Take the lines at the top and the right off a plot, and those of the other sides that are named."""
    for side in ("top", "right", *more):
        axes.spines[side].set_visible(False)


def _chinese() -> AbstractContextManager[None]:
    from matplotlib import rc_context

    return rc_context({"font.sans-serif": [*chinese_fonts(), "DejaVu Sans"], "axes.unicode_minus": False, "svg.hashsalt": "commitments"})


@lru_cache(maxsize=1)
def chinese_fonts() -> tuple[str, ...]:
    """Return the fonts of this machine that have Chinese characters."""
    from matplotlib import font_manager

    here = {font.name for font in font_manager.fontManager.ttflist}
    return tuple(name for name in _FONTS if name in here)


def label(text: str, otherwise: str, length: int = 18) -> str:
    """Return a text as it can be drawn: shortened, and something else where no font here has its characters."""
    text = text if len(text) <= length else text[:length] + "…"
    return text if text.isascii() or chinese_fonts() else otherwise


def marked(text: str, spans: Iterable[tuple[Span, str, str]], start: int = 0, end: int | None = None) -> str:
    """Return a stretch of text as HTML with colours behind the spans; an inner span lies on its outer one.

    >>> marked("水利局要加固", [((0, 3), "owner", "")])
    '<mark style="background:#cfe4ff" title="owner">水利局</mark>要加固'

    Args:
        text: the whole text.
        spans: place, ink (a key of `INK`) and what the mouse shows; the ink's name where that is empty.
        start: where the stretch begins.
        end: where it ends, exclusive; None for the end of the text.
    """
    end = len(text) if end is None else end
    kept = [item for item in spans if start <= item[0][0] < item[0][1] <= end]
    edges = sorted({start, end, *(edge for span, _, _ in kept for edge in span)})
    covers = sorted(kept, key=lambda item: item[0][1] - item[0][0])
    parts = []
    for left, right in pairwise(edges):
        ink = next(((name, tip) for span, name, tip in covers if span[0] <= left and right <= span[1]), None)
        words = escape(text[left:right]).replace("\n", "<br>")
        shown = f'<mark style="background:{INK[ink[0]]}" title="{escape(ink[1] or ink[0])}">{words}</mark>' if ink else words
        parts.append(shown)
    return "".join(parts)


def slot_spans(row: Commitment) -> list[tuple[Span, str, str]]:
    """Return the places of a row's slots for `marked`."""
    spans = row.spans
    found: list[tuple[Span, str, str]] = [(spans.action, "action", "")]
    found += [(span, "owner", row.owner_kind) for span in spans.owner]
    found += [(span, "owner", "with") for span in spans.co_owners]
    found += [
        (span, "quantity", f"{item.comparator} {item.value if item.low is None else f'{item.low}..{item.high}'} {item.unit}")
        for span, item in zip(spans.quantities, row.quantities, strict=False)
    ]
    if spans.deadline and row.deadline:
        end = row.deadline.end.isoformat() if row.deadline.end else " ".join(row.deadline.recurrence) or "no day"
        found.append((spans.deadline, "deadline", end))
    return [item for item in found if item[0][1] > item[0][0]]


def legend(names: Sequence[str] = ("owner", "action", "quantity", "deadline")) -> str:
    """Return the colours and what they stand for, as HTML."""
    return " ".join(f'<mark style="background:{INK[name]}">{name}</mark>' for name in names)


def box(title: str, markup: str, height: int = 420) -> Html:
    """Return a framed piece of HTML that scrolls where it is long.

    Args:
        title: shown above it, as HTML.
        markup: the content.
        height: at most so high, in pixels.
    """
    style = f"max-height:{height}px;overflow:auto;border:1px solid #bbb;padding:.6em 1em;line-height:1.8;background:#fff;color:#222"
    return Html(f'<div style="margin:.4em 0">{title}</div><div style="{style}">{markup}</div>')
