# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares a run folder of the benchmark fund with the recorded results of the independent program.

    python3 agreement.py RUN_FOLDER [expected-1000000.csv]

Every mean, quantile and probability must lie within 4 joint standard errors, `sqrt(se² + se²·N/n)` with N replicates
there and n here; quantiles by quarter, which come from histograms, within half a percent more. With some 430
statements, most of them strongly correlated, 4 standard errors are exceeded by chance in about one seed in fifty.
Exit code 0 when all agree.
"""

import csv
import math
import os
import sys

QUANTILES = ["p05", "p25", "p50", "p75", "p95"]
METRICS = {"tvpi": "tvpi", "dpi": "dpi", "irr": "irr", "gp_carry": "carried_interest", "gross_multiple": "moic"}
RECORDED = 1_000_000


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def found(folder):
    """All statements of a run folder: (metric, quarter, statistic) -> (value, is from a histogram)."""
    values = {}
    names = {ours: theirs for theirs, ours in METRICS.items()}
    for row in rows(os.path.join(folder, "summary.csv")):
        for statistic in ["mean", *QUANTILES]:
            values[names[row["metric"]], "", statistic] = (float(row[statistic]), False)
    for row in rows(os.path.join(folder, "risk.csv")):
        if (row["metric"], row["statistic"], row["level"]) == ("tvpi", "probability_below", "1"):
            values["tvpi_below_1", "", "probability"] = (float(row["value"]), False)
    quarter = 0
    for row in rows(os.path.join(folder, "periods.csv")):
        for statistic in ["mean", *QUANTILES]:
            values["lp_cumulative_net", str(quarter), statistic] = (float(row[statistic]), statistic != "mean")
        quarter += 1
    return values


def main():
    folder = sys.argv[1]
    recorded = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(__file__), "expected-1000000.csv")
    summary = rows(os.path.join(folder, "summary.csv"))
    replicates = int(summary[0]["n"]) + int(summary[0]["missing"])
    assert all(int(row["n"]) + int(row["missing"]) == replicates for row in summary)
    values = found(folder)
    checked, worst, failed = 0, 0.0, 0
    for row in rows(recorded):
        key = (row["metric"], row["quarter"], row["statistic"])
        if key not in values:
            continue
        value, is_histogram = values[key]
        theirs = float(row["value"])
        joint = float(row["se"] or 0) * math.sqrt(1 + RECORDED / replicates)
        slack = 0.005 * abs(theirs) if is_histogram else 0.0
        distance = max(0.0, abs(value - theirs) - slack - 0.01)
        score = distance / joint if joint > 0 else (0.0 if distance == 0 else math.inf)
        checked += 1
        worst = max(worst, score)
        if score > 4:
            failed += 1
            print(f"{' '.join(key)}: {value} here, {theirs} there, {score:.1f} joint standard errors")
    print(f"{checked} statements at {replicates} replicates, {failed} beyond 4 joint standard errors, worst {worst:.2f}")
    return 1 if failed or checked < 300 else 0


if __name__ == "__main__":
    sys.exit(main())
