#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the preset `rmb_city_fund` to stated targets.

    fit_rmb_city_fund.py BINARY [FRAGMENT]

BINARY is a guidefund program; FRAGMENT is the file to write, `runs/rmb_city_fund.yaml` unless given. `make fit` runs
it. Python 3.11, standard library only; one to three minutes on two cores.

What is fitted: the law of companies `presets.company_laws.rmb_city_fund` of defaults.yaml, as it shows in one neutral
fund, Scenarios/rmb-city-fund-fit. The program simulates that fund again and again with other values of the law, laid
over the scenario by `--set`, and compares what comes out with TARGETS.

How: sixteen numbers (NUMBERS) move whole profiles of the law, not its fifty entries: one factor on the failure rates of
all stages, one on all step-ups, and so on. Every number has a start value, which is the prior of the project, and a
standard deviation on a logarithmic scale, which says how freely it may leave it. The program minimises

    sum over targets of z^2 + (WALL * max(0, |z| - NEAR))^2  +  PRIOR_WEIGHT * sum over numbers of t^2

where z is the distance of an outcome from the middle of its limits in half-widths (1 = at a limit) and t the distance
of a number from its start in its standard deviations. The second term makes limits of the limits: it leaves room for
the rounding of the law. There are more numbers than targets: the second sum chooses, of
all laws that meet the targets, the one nearest to the prior. The minimum is sought by Levenberg's and Marquardt's
method with forward differences. All runs share seed and replicates (common random numbers), so that the sum is a nearly
smooth function and the same program finds the same numbers again.

Where the targets pull apart:
- A fund that ends after ten to twelve years sells what it still holds, which counts as a transfer. In a fund without
  further rights `alive` and `transferred` measure nearly the same holdings: the best that this program then finds is
  22 of 100 alive, at 22 of 100 transferred. Therefore the fund has what such funds have, a right to be bought out after
  six years where a company has stalled. Where the founder pays, it ends the holding, not the company, and `alive` counts
  companies: those that have neither failed nor left by an event of their own. Half of the founders cannot pay; what the
  holder then keeps is mostly sold at the end, so `alive` and `transferred` both end near their limits.
- Half of the buy-backs are never paid, a third of the companies fails and a listing returns less than four times cost.
  For a median multiple above 1 acquisitions must then return well more than cost.
- More dispersion (factor_loading, market_beta) raises the mean of listings: neither reaches the middle of its limits.

What it is not: an estimate. The targets are round figures, some of them priors; the law is one of many that meet them.

Steps: fit, round, print the table with another seed and more replicates, write the fragment. Exit code 1 when the
rounded law misses a limit.
"""

import csv
import math
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from statistics import fmean, median, pstdev

HERE = os.path.dirname(os.path.abspath(__file__))
SCENARIO = os.path.normpath(os.path.join(HERE, "../../../Scenarios/rmb-city-fund-fit"))
DEFAULTS = os.path.join(HERE, "defaults.yaml")
LAW = "company_laws.fitted"
FIT_REPLICATES, FIT_SEED = 12_000, 20250107
CHECK_REPLICATES, CHECK_SEED = 40_000, 77
PRIOR_WEIGHT = 0.05
WALL, NEAR = 6, 0.85
STEPS, LEAST_GAIN = 14, 0.02  # most steps of the search; the gain below which it ends
WIDTH = 0.3  # of the differences, in standard deviations

# ---- targets ---------------------------------------------------------------------------------------------------------

# name: (lower limit, upper limit, words). Without a lower limit the outcome is left alone below SLACK of the upper one.
TARGETS = {
    "listed": (0.03, 0.13, "exits by listing, share of companies"),
    "acquired": (0.07, 0.17, "exits by acquisition"),
    "bought_back": (0.25, 0.35, "exits by buy-back"),
    "transferred": (0.13, 0.23, "transfers and sales at the end of the fund"),
    "failed": (0.27, 0.37, "liquidations and write-offs"),
    "median_multiple": (1.0, 1.4, "median gross multiple of the fund"),
    "deviation": (0.5, 0.75, "standard deviation of ln TVPI"),
    "dpi_7": (None, 0.6, "median DPI at the end of year 7"),
    "alive": (0.32, 0.48, "companies neither exited nor dead after a decade"),
    "listed_multiple": (2.8, 4.0, "mean multiple of cost of listed companies"),
}
SLACK = 0.85

# ---- the law ---------------------------------------------------------------------------------------------------------

STAGES = ["seed", "a", "b", "c", "pre_ipo"]
# Weights of what ends a stage, worst first; those of a stage are scaled to 1. Start values of the project; `stalled`,
# which they lack, is a fifth at first.
WEIGHTS = {
    "failed": [24, 17, 12, 8, 6],
    "stalled": [20, 20, 20, 18, 16],
    "bought_back": [8, 12, 18, 20, 24],
    "transferred": [4, 7, 10, 14, 20],
    "acquired": [4, 6, 8, 10, 12],
    "graduates": [60, 58, 50, 38, 0],
    "listed": [0, 0, 2, 10, 38],
}
SOJOURN = [1.75, 2.0, 2.25, 2.25, 2.25]  # years, means
SOJOURN_RANGE = [(1.4, 2.2), (1.6, 2.5), (1.8, 2.8), (1.8, 2.8), (1.8, 2.8)]
STEP_UP = [1.70, 1.55, 1.45, 1.35]  # medians
STEP_UP_RANGE = [(1.4, 2.0), (1.3, 1.8), (1.2, 1.7), (1.1, 1.6)]
STEP_UP_SIGMA = [0.50, 0.45, 0.40, 0.35]
ACQUISITION = [1.0, 1.2, 1.3, 1.4, 1.4]  # medians, over the value of the last round
ACQUISITION_SIGMA = [0.80, 0.70, 0.60, 0.60, 0.50]
# A fifth above the last round. The factors near 2 of the benchmark would give listings of five times cost and more.
LISTING = [None, None, 1.2, 1.2, 1.2]
LISTING_SIGMA = [None, None, 0.70, 0.70, 0.60]
DILUTION = [19.5, 17.2, 12.6, 10.3, None]  # %
ENTRY_DILUTION = [20.5, 19.5, 17.2, 12.6, 10.3]
ROUNDS = ["seed round", "round A", "round B", "round C", "round D"]
STALLED_SHAPE = 2

# name: (start value, standard deviation on the scale, scale). A number named after an outcome or a profile is a factor
# on it; buy-backs and transfers may shrink most, since the stalled state and the end of the fund take their place.
NUMBERS = {
    "failed": (1.0, 0.3, "log"),
    "stalled": (1.0, 0.5, "log"),
    "bought_back": (1.0, 0.7, "log"),
    "transferred": (1.0, 0.7, "log"),
    "acquired": (1.0, 0.4, "log"),
    "listed": (1.0, 0.4, "log"),
    "sojourn": (1.0, 0.1, "log"),
    "step_up": (1.0, 0.3, "log"),  # a power: a factor on the logarithm of the median
    "acquisition": (1.0, 0.07, "log"),
    "listing": (1.0, 0.06, "log"),
    "stalled_mean": (10.0, 0.15, "log"),  # years
    "stalled_decay": (0.15, 0.4, "logit"),  # a year
    "stalled_failed": (0.45, 0.4, "logit"),
    "stalled_transferred": (0.15, 0.4, "logit"),  # of those that have not failed
    "factor_loading": (0.10, 0.4, "logit"),
    "market_beta": (0.8, 0.2, "log"),
}


def numbers(point):
    """The numbers that stand `point` standard deviations from their start, by name."""

    def moved(start, deviation, scale, distance):
        if scale == "log":
            return start * math.exp(deviation * distance)
        return 1 / (1 + (1 / start - 1) * math.exp(-deviation * distance))

    return {name: moved(*about, distance) for (name, about), distance in zip(NUMBERS.items(), point)}


def law(number):
    """The law that the numbers stand for, unrounded."""
    stages = {}
    for k, stage in enumerate(STAGES):
        weights = {outcome: weight[k] * number.get(outcome, 1.0) for outcome, weight in WEIGHTS.items()}
        total = sum(weights.values())
        stages[stage] = {
            "sojourn_mean": SOJOURN[k] * number["sojourn"],
            "outcomes": {outcome: weight / total for outcome, weight in weights.items()},
            "step_up": STEP_UP[k] ** number["step_up"] if k < len(STEP_UP) else None,
            "acquisition": ACQUISITION[k] * number["acquisition"],
            "listing": LISTING[k] * number["listing"] if LISTING[k] else None,
        }
    failed = number["stalled_failed"]
    transferred = (1 - failed) * number["stalled_transferred"]
    return {
        "factor_loading": number["factor_loading"],
        "market_beta": number["market_beta"],
        "stages": stages,
        "stalled": {
            "sojourn_mean": number["stalled_mean"],
            "value_decay": number["stalled_decay"],
            "outcomes": {"failed": failed, "bought_back": 1 - failed - transferred, "transferred": transferred},
        },
    }


def to_grain(value, grain):
    """The nearest multiple of a grain, without the dust of binary fractions; nothing stays nothing."""
    return value if value is None else round(round(value / grain) * grain, 6)


def to_whole_percents(shares):
    """Shares as whole percents that add up to 100: the largest remainders are rounded up."""
    percents = {name: math.floor(share * 100 + 1e-9) for name, share in shares.items()}
    by_remainder = sorted(shares, key=lambda name: percents[name] - shares[name] * 100)
    for name in by_remainder[: 100 - sum(percents.values())]:
        percents[name] += 1
    return {name: percent / 100 for name, percent in percents.items()}


def rounded(exact):
    """The law in figures that a preset may show."""
    stalled = exact["stalled"]
    return {
        "factor_loading": to_grain(exact["factor_loading"], 0.01),
        "market_beta": to_grain(exact["market_beta"], 0.01),
        "stages": {
            name: {
                "sojourn_mean": to_grain(stage["sojourn_mean"], 0.05),
                "outcomes": to_whole_percents(stage["outcomes"]),
                "step_up": to_grain(stage["step_up"], 0.01),
                "acquisition": to_grain(stage["acquisition"], 0.01),
                "listing": to_grain(stage["listing"], 0.01),
            }
            for name, stage in exact["stages"].items()
        },
        "stalled": {
            "sojourn_mean": to_grain(stalled["sojourn_mean"], 0.5),
            "value_decay": to_grain(stalled["value_decay"], 0.01),
            "outcomes": to_whole_percents(stalled["outcomes"]),
        },
    }


def percent(share):
    return f"{share * 100:.12g} %"


def settings(values):
    """A law as `--set` values over the scenario."""
    stalled = values["stalled"]
    sets = {
        "factor_loading": percent(values["factor_loading"]),
        "market_beta": values["market_beta"],
        "stalled.sojourn_mean": f"{stalled['sojourn_mean']} years",
        "stalled.sojourn_shape": STALLED_SHAPE,
        "stalled.value_decay": percent(stalled["value_decay"]),
    }
    sets |= {f"stalled.outcomes.{outcome}": percent(share) for outcome, share in stalled["outcomes"].items()}
    for name, stage in values["stages"].items():
        sets[f"stages.{name}.sojourn_mean"] = f"{stage['sojourn_mean']} years"
        sets |= {f"stages.{name}.outcomes.{outcome}": percent(share) for outcome, share in stage["outcomes"].items()}
        sets |= {
            f"stages.{name}.{factor}.median": stage[factor]
            for factor in ("step_up", "acquisition", "listing")
            if stage[factor]
        }
    return [f"{LAW}.{path}={value}" for path, value in sets.items()]


# ---- the simulation --------------------------------------------------------------------------------------------------


def simulate(binary, sets, replicates, seed):
    """Runs the scenario; returns the rows of replicates.csv by entity, with the metrics that a replicate has."""
    sets = sets + [f"run.seed={seed}", f"run.replicates={replicates}"]
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "run")
        command = [binary, "run", SCENARIO, "--out", out] + [word for text in sets for word in ("--set", text)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"guidefund ended with {done.returncode}:\n{done.stderr}")
        rows = {"fund": [], "all": []}
        with open(os.path.join(out, "replicates.csv"), newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                rows[row.pop("entity")].append({metric: float(text) for metric, text in row.items() if text})
        return rows["fund"], rows["all"]


def outcomes(binary, sets, replicates, seed):
    """What comes out of a law, by the names of TARGETS.

    Shares are of all companies of all replicates together, and so is the multiple of listed companies. DPI in year 7 is
    that of the same fund on a grid that ends there.
    """
    funds, companies = simulate(binary, sets, replicates, seed)
    young, _ = simulate(binary, sets + ["time.length=7 years"], replicates, seed)
    held = sum(row["companies_funded"] for row in companies)
    with_listing = [row for row in funds if row["exits_listed"]]
    listings = sum(row["exits_listed"] for row in with_listing)
    routes = ("listed", "acquired", "bought_back", "transferred", "failed")
    return {route: sum(row["exits_" + route] for row in funds) / held for route in routes} | {
        "median_multiple": median(row["moic"] for row in funds),
        # A fund that returned nothing has no logarithm; none did so far.
        "deviation": pstdev(math.log(max(row["tvpi"], 1e-3)) for row in funds),
        "dpi_7": median(row["dpi"] for row in young),
        "alive": fmean(row["alive_after_decade"] for row in companies),
        "listed_multiple": sum(row["listed_multiple"] * row["exits_listed"] for row in with_listing) / listings,
    }


# ---- the search ------------------------------------------------------------------------------------------------------


def distance(name, value):
    """Distance from the middle of the limits in half-widths."""
    low, high, _ = TARGETS[name]
    if low is None:
        return max(0.0, (value - SLACK * high) / ((1 - SLACK) * high))
    return (value - (low + high) / 2) / ((high - low) / 2)


def residuals(binary, point):
    """What is squared and added up."""
    reached = outcomes(binary, settings(law(numbers(point))), FIT_REPLICATES, FIT_SEED)
    away = [distance(name, reached[name]) for name in TARGETS]
    beyond = [WALL * max(0.0, abs(z) - NEAR) for z in away]
    return away + beyond + [math.sqrt(PRIOR_WEIGHT) * t for t in point]


def cost(parts):
    return sum(part * part for part in parts)


def solve(matrix, right):
    """Solves a linear system by elimination with row pivots."""
    size = len(right)
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            share = rows[row][column] / rows[column][column]
            rows[row] = [a - share * b for a, b in zip(rows[row], rows[column])]
    solution = [0.0] * size
    for row in reversed(range(size)):
        known = sum(rows[row][k] * solution[k] for k in range(row + 1, size))
        solution[row] = (rows[row][size] - known) / rows[row][row]
    return solution


def descend(binary, point, current, slopes, damping):
    """One step, damped until it leads downhill; returns the new point, or nothing, its residuals, and the damping."""
    size = len(point)
    normal = [[sum(a * b for a, b in zip(slopes[i], slopes[j])) for j in range(size)] for i in range(size)]
    downhill = [-sum(a * r for a, r in zip(slopes[i], current)) for i in range(size)]
    while damping < 1e3:
        damped = [[v * (1 + damping) if i == j else v for j, v in enumerate(row)] for i, row in enumerate(normal)]
        trial = [x + max(-1.0, min(1.0, change)) for x, change in zip(point, solve(damped, downhill))]
        found = residuals(binary, trial)
        if cost(found) < cost(current):
            return trial, found, damping / 5
        damping *= 5
    return None, current, damping


def fit(binary):
    """The point of least distance that the search finds from the start values."""
    point = [0.0] * len(NUMBERS)
    current = residuals(binary, point)
    damping = 0.1
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for step in range(STEPS):
            print(f"step {step:2}: distance {cost(current):8.3f}", flush=True)
            moved = [[x + (WIDTH if k == i else 0) for k, x in enumerate(point)] for i in range(len(point))]
            columns = pool.map(lambda place: residuals(binary, place), moved)
            slopes = [[(b - a) / WIDTH for a, b in zip(current, column)] for column in columns]
            before = cost(current)
            better, current, damping = descend(binary, point, current, slopes, damping)
            if better is None:
                break
            point = better
            if before - cost(current) < LEAST_GAIN:
                break
    print(f"end    : distance {cost(current):8.3f}\n")
    return point


# ---- what is printed and written -------------------------------------------------------------------------------------


def is_met(name, value):
    low, high, _ = TARGETS[name]
    return (low is None or value >= low) and value <= high


def table(reached):
    """Targets with their limits and what was reached."""
    lines = [f"{'target':50}{'from':>6}{'to':>7}{'reached':>9}"]
    for name, (low, high, words) in TARGETS.items():
        floor = "" if low is None else f"{low:.2f}"
        missed = "" if is_met(name, reached[name]) else "  missed"
        lines.append(f"{words:50}{floor:>6}{high:7.2f}{reached[name]:9.3f}{missed}")
    return "\n".join(lines)


def figure(value):
    return f"{value:.2f}"


def field(value, source="fit", grade="prior", span=None, note=None):
    """A value of the preset with its range, source and grade."""
    limits = f"low: {span[0]}, high: {span[1]}, " if span else ""
    remark = f', note: "{note}"' if note else ""
    return f"{{value: {value}, {limits}source: {source}, grade: {grade}{remark}}}"


def span_around(value, start, limits, grain):
    """The range of the start value, moved in proportion."""
    return tuple(figure(to_grain(limit / start * value, grain)) for limit in limits)


def years(value):
    return f"{value:g} years"


def stage_lines(k, stage):
    """One stage of the preset."""
    low, high = SOJOURN_RANGE[k]
    lines = [f"sojourn_mean: {field(years(stage['sojourn_mean']), span=(years(low), years(high)))}", "outcomes:"]
    lines += [f"  {outcome}: {field(percent(share))}" for outcome, share in stage["outcomes"].items() if share > 0]
    if stage["step_up"]:
        span = span_around(stage["step_up"], STEP_UP[k], STEP_UP_RANGE[k], 0.05)
        lines += ["step_up:", f"  median: {field(figure(stage['step_up']), span=span)}"]
        lines += [f"  sigma: {field(figure(STEP_UP_SIGMA[k]), 'benchmark')}"]
        note = f"United States, 2023, median {ROUNDS[k + 1]}"
        lines += [f"dilution: {field(f'{DILUTION[k]} %', 'carta', 'V2', note=note)}"]
    for factor, sigmas in (("acquisition", ACQUISITION_SIGMA), ("listing", LISTING_SIGMA)):
        if stage[factor]:
            median_field, sigma_field = field(figure(stage[factor])), field(figure(sigmas[k]), "benchmark")
            lines += [f"{factor}: {{median: {median_field}, sigma: {sigma_field}}}"]
    note = f"United States, 2023, median {ROUNDS[k]}"
    return lines + [f"entry_dilution: {field(f'{ENTRY_DILUTION[k]} %', 'carta', 'V2', note=note)}"]


def fragment(values):
    """The preset as it stands in defaults.yaml."""
    stalled = values["stalled"]
    lines = [
        "rmb_city_fund:",
        "  kind: staged",
        f"  factor_loading: {field(percent(values['factor_loading']), span=('5 %', '20 %'))}",
        f"  quality_loading: {field('10 %', 'assumption', span=('0 %', '20 %'))}",
        f"  market_beta: {field(figure(values['market_beta']), span=('0.5', '1.2'))}",
        f"  market: {field('relative', 'assumption')}",
        f"  max_multiple: {field('200', 'assumption')}",
        "  stages:",
    ]
    for k, (name, stage) in enumerate(values["stages"].items()):
        lines += [f"    {name}:"] + ["      " + line for line in stage_lines(k, stage)]
    span = ("8 years", "15 years")
    lines += [
        "  stalled:",
        f"    sojourn_mean: {field(years(stalled['sojourn_mean']), span=span)}",
        f"    sojourn_shape: {field(STALLED_SHAPE, 'assumption')}",
        f"    value_decay: {field(percent(stalled['value_decay']), span=('5 %', '25 %'))}",
        "    outcomes:",
    ]
    lines += [f"      {outcome}: {field(percent(share))}" for outcome, share in stalled["outcomes"].items()]
    return "".join(f"    {line}\n" for line in lines)


def main(arguments):
    if not 1 <= len(arguments) <= 2:
        sys.exit("usage: fit_rmb_city_fund.py BINARY [FRAGMENT]")
    binary = os.path.abspath(arguments[0])
    target = arguments[1] if len(arguments) == 2 else os.path.join("runs", "rmb_city_fund.yaml")
    point = fit(binary)
    print(f"{'number':22}{'start':>8}{'fitted':>8}  standard deviations moved")
    for (name, value), moved in zip(numbers(point).items(), point):
        print(f"{name:22}{NUMBERS[name][0]:8.2f}{value:8.3f}  {moved:+.1f}")
    values = rounded(law(numbers(point)))
    reached = outcomes(binary, settings(values), CHECK_REPLICATES, CHECK_SEED)
    print(f"\nThe rounded law, {CHECK_REPLICATES} replicates, seed {CHECK_SEED}\n{table(reached)}\n")
    text = fragment(values)
    os.makedirs(os.path.dirname(os.path.abspath(target)), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)
    with open(DEFAULTS, encoding="utf-8") as file:
        same = text in file.read()
    print(f"Written to {target}; the preset in defaults.yaml is {'the same' if same else 'another one'}.")
    return 0 if all(is_met(name, value) for name, value in reached.items()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
