#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the kinds of projects of the preset `observed_funnel` to observed cohorts of signed projects.

    fit_observed_funnel.py [FRAGMENT]

FRAGMENT is the file to write, `runs/observed_funnel.yaml` unless given. `make fit-funnel` runs it. Python 3.11, standard
library only; some seconds. It needs no program of ours: the curves have a closed form, which a test of the project holds
the shipped numbers to as well, and the simulation after it.

What was observed: three provincial fairs in Lanzhou (2013 to 2015), at the ages of 1.6, 13 and 26 months after the signing:
projects started and completed as shares of the projects signed, money in place as a share of the investment signed. They
are what the province reported of itself, and three cohorts of one province; see OBSERVED.

What is fitted: after the signing a project is of one of four kinds.

    under_way   it starts nearly at once (construction was under way, or land was at hand) and is completed
    held        it starts nearly at once, and then stands still: what it brought by then is all that it brings
    slow        it is registered, secures land and starts with the durations of the chain, and is completed
    never       it never starts

Shares of the kinds, factors on the building times, the part of investment that a completed project has brought, the parts
of that which are there at the signing of those that start at once, and the part that is paid in at registration: NUMBERS.
With ages in months, u the time of the start and B the building time (gamma laws, factors applied), the curves are

    started(t)   = sum over kinds but never of  share * P(u <= t)
    completed(t) = sum over under_way and slow of  share * P(u + B <= t)
    in place(t)  = sum over kinds of  share * r * (w + p * P(registered <= t) + (1 - w - p) * E[beta((t - u) / B)])

with r realised in the end, w of it in place at the signing, p of it paid in at registration, beta the S-curve, which those
held never begin. There are eight observations and ten numbers, so each number has a prior with a standard deviation, as in `fit_rmb_city_fund.py`, and

    sum over observations of (miss / POINT)^2 + PRIOR_WEIGHT * sum over numbers of (distance from prior in deviations)^2

is minimised by Levenberg's and Marquardt's method. The odds of the stages after the signing are 100 %: attrition sits in
the kinds. Where a scenario adds a hazard of coming to a halt (`stall`), more stand still than were observed.

What it is not: an estimate of what happens elsewhere. In the data of other places fewer are registered within a year of
the signing (Haozhou 59 %, Hunan's signings with large firms 39 %) than had started after 13 months in these cohorts.

Exit code 1 when the rounded numbers miss an observation by more than LIMIT.
"""

import math
import os
import sys

# Age in months: started, completed, in place.
OBSERVED = {1.6: (0.567, None, 0.126), 13.0: (0.771, 0.252, 0.329), 26.0: (0.830, 0.367, 0.456)}
LIMIT = 0.03
POINT = 0.01  # a miss of one point weighs as much as a deviation from a prior with weight 1
PRIOR_WEIGHT = 0.05

# The chain after the signing: mean durations in months, shape of their gamma laws. Means are the priors of the project.
REGISTER, SECURE, START, BUILD = 2.0, 5.0, 2.0, 15.0
SHAPE = 2
CURVE = (2, 2)  # exponents of the S-curve
AT_ONCE = 0.05  # factor on the durations up to the start of those that start at once

# name: (prior, standard deviation on the scale, scale). Shares are of the kinds before they are scaled to 1.
NUMBERS = {
    "under_way": (0.30, 0.5, "log"),
    "held": (0.25, 0.5, "log"),
    "slow": (0.30, 0.5, "log"),
    "never": (0.15, 0.5, "log"),
    "under_way_building": (0.50, 0.4, "log"),
    "slow_building": (1.00, 0.2, "log"),
    "realised": (0.80, 0.4, "logit"),
    "under_way_part": (0.20, 0.5, "logit"),
    "held_part": (0.10, 0.5, "logit"),
    "registered_share": (0.15, 0.4, "logit"),
}
KINDS = ("under_way", "held", "slow", "never")

# ---- laws ------------------------------------------------------------------------------------------------------------

STEP, LENGTH = 0.05, 60.0  # months
TIMES = [k * STEP for k in range(int(LENGTH / STEP) + 1)]


def gamma_cdf(x, mean):
    """P(X <= x) of a gamma law with a whole shape: Erlang."""
    if x <= 0:
        return 0.0
    y = SHAPE * x / mean
    return 1 - math.exp(-y) * sum(y**k / math.factorial(k) for k in range(SHAPE))


def beta_cdf(x):
    """The S-curve, for whole exponents: a binomial tail."""
    a, b = CURVE
    n = a + b - 1
    x = min(max(x, 0.0), 1.0)
    return sum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))


def masses(mean):
    """Probabilities of the cells between TIMES."""
    values = [gamma_cdf(time, mean) for time in TIMES]
    return [b - a for a, b in zip(values, values[1:])]


def convolved(left, right):
    """Masses of the sum; a cell stands for its middle, so the sum of two cells is shared by two."""
    result = [0.0] * len(left)
    for i, mass in enumerate(left):
        for j in range(len(left) - i):
            product = mass * right[j]
            result[i + j] += product / 2
            if i + j + 1 < len(left):
                result[i + j + 1] += product / 2
    return result


def read(curve, time):
    """A curve on TIMES at any time, in a straight line between."""
    place = min(max(time / STEP, 0.0), len(curve) - 1.000001)
    cell = int(place)
    return curve[cell] + (place - cell) * (curve[cell + 1] - curve[cell])


class Chain:
    """The laws that do not depend on what is fitted."""

    def __init__(self):
        self.start = convolved(convolved(masses(REGISTER), masses(SECURE)), masses(START))
        self.started = [0.0]
        for mass in self.start:
            self.started.append(self.started[-1] + mass)
        # Expected place on the S-curve by age over the mean building time 1, over quantiles of the building time.
        grid = [(k + 0.5) / 400 for k in range(400)]
        times = [quantile(u) for u in grid]
        self.ages = [k * 0.02 for k in range(401)]
        self.placed = [sum(beta_cdf(age / time) for time in times) / len(times) for age in self.ages]

    def money(self, age, building):
        """Expected place on the S-curve, `age` months after the start."""
        place = max(age, 0.0) / building / 0.02
        if place >= len(self.placed) - 1:
            return 1.0
        cell = int(place)
        return self.placed[cell] + (place - cell) * (self.placed[cell + 1] - self.placed[cell])

    def after_start(self, age, preparation, building, law):
        """E[law(age - u, building)] over the time u of the start, whose durations have the factor `preparation`."""
        total = 0.0
        for k, mass in enumerate(self.start):
            left = age - (k + 0.5) * STEP * preparation
            if left <= 0:
                break
            total += mass * law(left, building)
        return total


def quantile(u):
    """Of the gamma law with mean 1, by bisection."""
    low, high = 0.0, 40.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if gamma_cdf(middle, 1.0) < u else (low, middle)
    return (low + high) / 2


# ---- the curves ------------------------------------------------------------------------------------------------------


def kinds(number):
    """What the numbers say of the kinds: factors on durations, part of investment realised, part of that in place at the
    signing; and their shares."""
    total = sum(number[kind] for kind in KINDS)
    realised = number["realised"]
    rows = {
        "under_way": (AT_ONCE, number["under_way_building"], realised, number["under_way_part"]),
        "held": (AT_ONCE, 1.0, realised, number["held_part"]),
        "slow": (1.0, number["slow_building"], realised, 0.0),
        "never": (1.0, 1.0, 0.0, 0.0),
    }
    names = ("preparation", "building", "realised", "under_way")
    return {kind: dict(zip(names, row)) for kind, row in rows.items()}, {k: number[k] / total for k in KINDS}


def curves(chain, about, shares, paid_in, age):
    """Started, completed, in place at an age."""
    started = completed = placed = 0.0
    for kind, share in shares.items():
        if kind == "never":
            continue
        preparation, building = about[kind]["preparation"], about[kind]["building"] * BUILD
        started += share * read(chain.started, age / preparation)
        if kind != "held":
            completed += share * chain.after_start(age, preparation, building, gamma_cdf)
        before = about[kind]["under_way"]
        money = before + paid_in * gamma_cdf(age, REGISTER * preparation)
        if kind != "held":
            money += (1 - before - paid_in) * chain.after_start(age, preparation, building, chain.money)
        placed += share * about[kind]["realised"] * money
    return started, completed, placed


def misses(chain, about, shares, paid_in):
    """What is reached less what was observed, by age and curve."""
    return [
        (age, name, reached, wanted)
        for age, row in OBSERVED.items()
        for name, reached, wanted in zip(
            ("started", "completed", "in place"), curves(chain, about, shares, paid_in, age), row
        )
        if wanted is not None
    ]


# ---- the search ------------------------------------------------------------------------------------------------------


def numbers(point):
    """The numbers that stand `point` standard deviations from their priors, by name."""

    def moved(prior, deviation, scale, distance):
        if scale == "log":
            return prior * math.exp(deviation * distance)
        return 1 / (1 + (1 / prior - 1) * math.exp(-deviation * distance))

    return {name: moved(*about, distance) for (name, about), distance in zip(NUMBERS.items(), point)}


def residuals(chain, point):
    number = numbers(point)
    found = misses(chain, *kinds(number), number["registered_share"])
    return [(a - b) / POINT for _, _, a, b in found] + [math.sqrt(PRIOR_WEIGHT) * t for t in point]


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


def fit(chain):
    """The point of least cost that the search finds from the priors."""
    size = len(NUMBERS)
    point, damping, width = [0.0] * size, 0.1, 0.05
    current = residuals(chain, point)
    for _ in range(40):
        slopes = []
        for k in range(size):
            moved = [x + (width if i == k else 0) for i, x in enumerate(point)]
            slopes.append([(b - a) / width for a, b in zip(current, residuals(chain, moved))])
        normal = [[sum(a * b for a, b in zip(slopes[i], slopes[j])) for j in range(size)] for i in range(size)]
        downhill = [-sum(a * r for a, r in zip(slopes[i], current)) for i in range(size)]
        before = sum(r * r for r in current)
        while damping < 1e6:
            damped = [[v * (1 + damping) if i == j else v for j, v in enumerate(row)] for i, row in enumerate(normal)]
            trial = [x + max(-1.0, min(1.0, step)) for x, step in zip(point, solve(damped, downhill))]
            found = residuals(chain, trial)
            if sum(r * r for r in found) < before:
                point, current, damping = trial, found, damping / 5
                break
            damping *= 5
        if before - sum(r * r for r in current) < 1e-6:
            break
    return point


# ---- what is printed and written -------------------------------------------------------------------------------------


def to_whole_percents(shares):
    """Shares as whole percents that add up to 100: the largest remainders are rounded up."""
    percents = {name: math.floor(share * 100 + 1e-9) for name, share in shares.items()}
    by_remainder = sorted(shares, key=lambda name: percents[name] - shares[name] * 100)
    for name in by_remainder[: 100 - sum(percents.values())]:
        percents[name] += 1
    return {name: percent / 100 for name, percent in percents.items()}


def rounded(number):
    """The kinds in figures that a preset may show: whole percents, factors in steps of 0.05."""
    about, shares = kinds(number)
    for kind in about.values():
        kind["building"] = round(round(kind["building"] / 0.05) * 0.05, 2)
        kind["realised"] = round(kind["realised"], 2)
        kind["under_way"] = round(kind["under_way"], 2)
    return about, to_whole_percents(shares), round(number["registered_share"], 2)


def percent(share):
    return f"{round(share * 100, 6):g} %"


def fragment(about, shares, paid_in):
    """The kinds as they stand in defaults.yaml."""
    ends = "source: funnel_fit, grade: prior}"
    lines = ["paces:"]
    for kind, share in shares.items():
        values = about[kind]
        lines += [
            f"  {kind}:",
            f"    share: {{value: {percent(share)}, {ends}",
            f"    preparation: {{value: {values['preparation']:g}, {ends}",
            f"    building: {{value: {values['building']:g}, {ends}",
            f"    under_way: {{value: {percent(values['under_way'])}, {ends}",
            f"    realised: {{value: {percent(values['realised'])}, {ends}",
        ]
        last = {"held": "started", "never": "signed"}.get(kind)
        if last:
            lines += [f"    last: {{value: {last}, {ends}"]
    lines += ["money:", f"  registered_share: {{value: {percent(paid_in)}, {ends}"]
    return "".join(f"    {line}\n" for line in lines)


def main(arguments):
    if len(arguments) > 1:
        sys.exit("usage: fit_observed_funnel.py [FRAGMENT]")
    target = arguments[0] if arguments else os.path.join("runs", "observed_funnel.yaml")
    chain = Chain()
    point = fit(chain)
    number = numbers(point)
    print(f"{'number':22}{'prior':>8}{'fitted':>8}  standard deviations moved")
    for (name, value), moved in zip(number.items(), point):
        print(f"{name:22}{NUMBERS[name][0]:8.2f}{value:8.3f}  {moved:+.1f}")
    values = rounded(number)
    found = misses(chain, *values)
    print(f"\nThe rounded numbers\n{'months':>6}  {'curve':12}{'observed':>9}{'reached':>9}")
    for age, name, reached, wanted in found:
        print(f"{age:6.1f}  {name:12}{wanted:9.3f}{reached:9.3f}{'' if abs(reached - wanted) <= LIMIT else '  missed'}")
    os.makedirs(os.path.dirname(os.path.abspath(target)), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(fragment(*values))
    print(f"\nWritten to {target}")
    return 1 if any(abs(reached - wanted) > LIMIT for _, _, reached, wanted in found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
