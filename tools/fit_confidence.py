"""Fits the confidence on the dev split, writes its weights, and draws how far it is to be trusted.

    python tools/fit_confidence.py [--corpus corpus] [--weights rules/ledger/confidence.toml] [--picture docs/reliability.svg]

Run it after every change that moves what the linker finds. The figures it prints are cross-validated: the confidence of
each speech's rows is by weights that were fitted on all other speeches.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from commitments.evaluation.calibration import Quality, cases_of, fitted, left_out, quality, weights_text
from commitments.evaluation.corpus import read_corpus
from commitments.ruledata import load_rules
from commitments.showing import Picture, bare, new_figure

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Fit, print, write."""
    options = parser().parse_args()
    rules = load_rules(examples=False)
    cases = cases_of(read_corpus(options.corpus).of("dev"), rules)
    found = quality(left_out(cases), [case.right for case in cases])
    print(f"{found.rows} rows, {found.wrong:.3f} wrong; in the least sure tenth {found.lowest:.3f}")
    print(f"AUC {found.auc:.3f}; Brier {found.brier:.4f}, {found.chance:.4f} with one confidence for all")
    for band in found.bands:
        print(f"{band.low:.2f}-{band.high:.2f}  {band.rows:5} rows  confidence {band.confidence:.3f}  right {band.right:.3f}")
    options.weights.write_text(weights_text(fitted(cases), cases), encoding="utf-8", newline="\n")
    picture(found).save(options.picture)
    return 0


def picture(found: Quality) -> Picture:
    """Draw the reliability curve, and how many rows stand behind each dot."""
    figure = new_figure(5.2, 5.6)
    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=(4, 1))
    upper.plot([0.2, 1], [0.2, 1], ls="--", color="#999", label="as it should be")
    sure, right = [band.confidence for band in found.bands], [band.right for band in found.bands]
    errors = [1.96 * (share * (1 - share) / band.rows) ** 0.5 for band, share in zip(found.bands, right, strict=True)]
    upper.errorbar(sure, right, yerr=errors, fmt="o-", color="#2f6db5", capsize=3, label="dev, each speech by the weights of the others")
    upper.set(ylabel="share of rows that are right", ylim=(0, 1.03))
    upper.set_title(f"Confidence: AUC {found.auc:.2f}, Brier {found.brier:.3f} (chance {found.chance:.3f})", fontsize=10)
    upper.legend(frameon=False, fontsize=8)
    lower.bar(sure, [band.rows for band in found.bands], width=0.03, color="#9cc3ea")
    lower.set(xlabel="confidence", ylabel="rows", xlim=(0.2, 1.02))
    for axes in (upper, lower):
        bare(axes)
    return Picture(figure)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    found = argparse.ArgumentParser(description="Fit the confidence.")
    found.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    found.add_argument("--weights", type=Path, default=ROOT / "rules" / "ledger" / "confidence.toml")
    found.add_argument("--picture", type=Path, default=ROOT / "docs" / "reliability.svg")
    return found


if __name__ == "__main__":
    sys.exit(main())
