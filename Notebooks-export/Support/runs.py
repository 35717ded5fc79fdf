# SPDX-License-Identifier: GPL-3.0-or-later
"""Run folders as Polars tables, and paired differences of designs."""

import json
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import NormalDist

import polars

from words import Difference

ROOT = Path(__file__).resolve().parents[2]

# Metrics whose mean the program takes of values cut off at one (100 % a year): see their definition in Measures.md.
CUT_AT_ONE = {"irr", "direct_alpha"}


def folder(notebook):
    """Where `make notebooks` puts what a notebook reads."""
    path = Path(os.environ.get("GUIDEFUND_RUNS", ROOT / "runs" / "notebooks")) / notebook
    if not path.is_dir():
        raise FileNotFoundError(f"{path} is missing: run 'make notebooks' once / 请先运行 make notebooks")
    return path


@dataclass
class Run:
    """A run folder, or that of a comparison."""

    path: Path

    @cached_property
    def manifest(self):
        return json.loads((self.path / "manifest.json").read_text(encoding="utf-8"))

    @cached_property
    def metrics(self):
        """Titles, units, definitions and direction of metrics, by name; those of a comparison come first."""
        described = json.loads((self.path / "datapackage.json").read_text(encoding="utf-8"))["metrics"]
        return {metric["name"]: metric for metric in reversed(described)}

    def table(self, name):
        """A table of the folder, e.g. `compare` for `compare.csv`; types are found over all rows."""
        return polars.read_csv(self.path / f"{name}.csv", infer_schema_length=None)

    @cached_property
    def replicates(self):
        return self.table("replicates")

    @cached_property
    def parameters(self):
        return self.table("parameters").cast({"value": polars.String})

    def parameter(self, path):
        """A value in effect, as the register writes it."""
        found = self.parameters.filter(polars.col("path") == path)
        if found.height != 1:
            raise KeyError(f"{self.path.name} has {found.height} parameters {path}")
        return found["value"].item()

    def name(self, language):
        scenario = self.manifest["scenario"]
        return scenario["name_zh"] if language == "zh" else scenario["name"]


def difference(row, sign=1):
    """A row of `compare.csv` as a difference; with `sign` -1 the baseline less the design."""
    ends = sorted((sign * row["low"], sign * row["high"]))
    return Difference(row["unit"], sign * row["mean_difference"], *ends, row["metric"])


def confidence(table):
    """The probability that the limits of `compare.csv` hold, from their width in standard errors."""
    rows = table.filter(polars.col("se") > 0)
    width = ((rows["high"] - rows["low"]) / (2 * rows["se"])).median()
    return round(2 * NormalDist().cdf(width) - 1, 2)


def limits(run, fraction):
    """Wilson's limits of a fraction of the replicates, at 95 %."""
    count, z = run.manifest["replicates"], NormalDist().inv_cdf(0.975)
    middle = (fraction + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * (fraction * (1 - fraction) / count + z * z / (4 * count * count)) ** 0.5
    return middle - half, middle + half


def paired(design, baseline, entity, metric):
    """Design less baseline, replicate by replicate: what `guidefund compare` does, for any two runs on the same luck.

    Gives a row with the columns of `compare.csv` that `difference` reads. Limits are normal ones at 95 %: with
    thousands of replicates they are Student's to three digits.
    """
    def column(run, name):
        value = polars.col(metric).clip(upper_bound=1) if metric in CUT_AT_ONE else polars.col(metric)
        return run.replicates.filter(polars.col("entity") == entity).select("replicate", value.cast(float).alias(name))

    for key in ("seed", "replicates", "results_version", "generator"):
        if design.manifest[key] != baseline.manifest[key]:
            raise ValueError(f"{design.path.name} and {baseline.path.name} differ in {key}: they are not paired")
    both = column(design, "design").join(column(baseline, "baseline"), on="replicate").drop_nulls().sort("replicate")
    values = (both["design"] - both["baseline"]).rechunk()
    error = values.std() / values.len() ** 0.5
    half = NormalDist().inv_cdf(0.975) * error
    mean = values.mean()
    return {
        "metric": metric, "unit": design.metrics[metric]["unit"], "n": values.len(), "mean_difference": mean,
        "se": error, "low": mean - half, "high": mean + half,
    }
