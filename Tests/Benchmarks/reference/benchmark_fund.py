#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark fund in NumPy: a cross-check and a yardstick for speed.

A fund of 10 亿元 buys forty companies over five years and sells what is left in quarter 48.

    python3 benchmark_fund.py --replicates 1000000 --seed 1 [--json OUT] [--csv OUT] [--processes 2]
    python3 benchmark_fund.py --check

Conventions of the code
  * Time runs in quarters: an event at year x has the time 4x and falls in quarter floor(4x).
  * Grids are arrays [quarter, replicate]; a "cell" is the flat index quarter * replicates + replicate.
  * Money is floating yuan.
  * Quarters 49-59 are empty (everything is settled in quarter 48), so only 0-48 are computed.
"""

import argparse
import csv
import ctypes
import json
import math
import multiprocessing
import mmap
import time
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

# ---------------------------------------------------------------------------------------------
# The scenario
# ---------------------------------------------------------------------------------------------

GRID = 60                      # quarters of the grid
LAST = 48                      # quarter in which everything still held is sold
QUARTERS = LAST + 1            # quarters in which cash can flow
SECONDARY = 0.70               # share of its value that a holding fetches in quarter 48

COMMITMENT = 1e9               # yuan
TICKET = 2e7                   # yuan per company
COMPANIES = 40                 # company i enters in quarter floor(i / 2)
INVESTING = 20                 # quarters 0-19
FEE_END = 40                   # no fee from quarter 40 on
FEE = 0.02 / 4                 # per quarter
SEED_SHARE = 0.7               # else the company enters at stage A

PHI = 0.9                      # AR(1) coefficient of the common factor, per quarter
DRIFT = (0.06 - 0.25**2 / 2) / 4
VOLATILITY = 0.25 * math.sqrt(1 / 4)
LOADING = 0.15                 # share of the factor in the variance of the event variable

HURDLE = 1.08 ** (1 / 4)       # growth of the hurdle balance in a quarter
CARRY = 0.20

BUYBACK_PAYS = 0.5             # probability
BUYBACK_RATE = 0.08            # simple interest a year
BUYBACK_DELAY = 4              # quarters
LOCK_UP = 4                    # quarters from the listing to the first sale
SALES = 4                      # equal quarterly sales
FAILED_BETA = 9.0              # a failed company pays cost * Beta(1, 9)

CHUNK = 5000                   # replicates computed at a time (they fit the cache); the draws of a seed depend on it


class Stage(NamedTuple):
    """A row of the stage table; `(median, sigma)` describe lognormal factors."""

    name: str
    years: float               # mean of the sojourn, Gamma with shape 2
    events: tuple              # failed, bought back, acquired, graduates, listed
    step_up: tuple = None
    acquisition: tuple = None
    listing: tuple = None

    def thresholds(self):
        """Normal quantiles of the cumulative probabilities of the first four events."""
        total, result = 0.0, []
        for probability in self.events[:4]:
            total += probability
            inside = total < 1 - 1e-12
            result.append(NormalDist().inv_cdf(total) if inside else math.inf)
        return result


STAGES = (
    Stage("seed", 1.50, (.36, .04, .04, .56, .00), (2.0, .50), (1.0, .80)),
    Stage("A", 1.75, (.30, .08, .10, .52, .00), (1.8, .45), (1.2, .70)),
    Stage("B", 2.00, (.22, .12, .16, .46, .04), (1.6, .40), (1.3, .60), (2.0, .70)),
    Stage("C", 2.00, (.15, .15, .22, .33, .15), (1.5, .35), (1.4, .60), (2.2, .70)),
    Stage("pre-IPO", 2.00, (.10, .20, .25, .00, .45), None, (1.4, .50), (2.0, .60)),
)


# ---------------------------------------------------------------------------------------------
# Economy
# ---------------------------------------------------------------------------------------------

class Economy(NamedTuple):
    """Flat grids: `common` = sqrt(loading) * F, `log_price` = log P."""

    common: np.ndarray
    log_price: np.ndarray


def economy(rng, n):
    """F(q) = phi F(q-1) + sqrt(1-phi^2) eta(q), log P(q) = log P(q-1) + drift + volatility * eta(q)."""
    eta = rng.standard_normal((QUARTERS, n))
    factor = np.empty((QUARTERS, n))
    log_price = np.empty((QUARTERS, n))
    np.multiply(eta[0], math.sqrt(LOADING), out=factor[0])
    log_price[0] = 0.0
    innovation = math.sqrt(LOADING * (1 - PHI**2))
    scratch = np.empty(n)
    for q in range(1, QUARTERS):
        np.multiply(factor[q - 1], PHI, out=factor[q])
        np.multiply(eta[q], innovation, out=scratch)
        factor[q] += scratch
        np.multiply(eta[q], VOLATILITY, out=log_price[q])
        log_price[q] += DRIFT
        log_price[q] += log_price[q - 1]
    return Economy(factor.ravel(), log_price.ravel())


# ---------------------------------------------------------------------------------------------
# Companies
# ---------------------------------------------------------------------------------------------

class Cohort(NamedTuple):
    """Companies at their entry into a stage.

    `log_ratio` is log V - log P(q_stage entry).  Between stages V is multiplied by
    S * P(q) / P(q_stage entry), so that log_ratio just grows by log S.
    """

    replicate: np.ndarray
    invested: np.ndarray       # quarter of the investment
    entered: np.ndarray        # time of entry into the stage, quarters
    log_ratio: np.ndarray

    def joined(self, other):
        return Cohort(*(np.concatenate(pair) for pair in zip(self, other)))

    def part(self, index):
        return Cohort(*(column.take(index) for column in self))


class Book:
    """Adds up cash and exits by cell: yuan received and companies gone."""

    def __init__(self, n):
        self.n = n
        self.proceeds = np.zeros((QUARTERS, n))
        self.exits = np.zeros((QUARTERS, n))

    def post(self, cells, amounts):
        np.add.at(self.proceeds.reshape(-1), cells, amounts)

    def post_due(self, quarters, replicates, amounts):
        """Cash due in `quarters`; what is due after quarter 48 settles then at 70 %."""
        amounts[quarters > LAST] *= SECONDARY
        self.post(np.minimum(quarters, LAST) * self.n + replicates, amounts)

    def leave(self, cells):
        np.add.at(self.exits.reshape(-1), cells, 1.0)


def lognormal_log(rng, law, n):
    """The logarithm of n lognormal factors: log(median) + sigma * Z."""
    z = rng.standard_normal(n)
    z *= law[1]
    z += math.log(law[0])
    return z


def sell_held(book, markets, held):
    """A private holding fetches 70 % of cost * V, V at its last round."""
    cells = held.entered.astype(np.intp)
    cells *= book.n
    cells += held.replicate
    value = markets.log_price.take(cells)
    value += held.log_ratio
    np.exp(value, out=value)
    value *= SECONDARY * TICKET
    np.add.at(book.proceeds[LAST], held.replicate, value)


def fail(rng, book, cells):
    """Pays cost * Beta(1, 9) = cost * (1 - U^(1/9)), with U^(1/9) = exp(-E/9), E exponential."""
    amount = rng.standard_exponential(cells.size)
    amount *= -1 / FAILED_BETA
    np.expm1(amount, out=amount)
    amount *= -TICKET
    book.post(cells, amount)


def buy_back(rng, book, event_time, invested, replicates):
    """With probability 1/2 pays cost * (1 + 8 % * years held) four quarters after the event."""
    pays = np.flatnonzero(rng.random(event_time.size) < BUYBACK_PAYS)
    event_time = event_time.take(pays)
    years = (event_time - invested.take(pays)) / 4
    amount = TICKET * (1 + BUYBACK_RATE * years)
    book.post_due(event_time.astype(np.intp) + BUYBACK_DELAY, replicates.take(pays), amount)


def acquire(rng, book, markets, law, cells, log_ratio):
    """Pays cost * V * P(q) / P(q_stage entry) * A at once."""
    value = lognormal_log(rng, law, cells.size)
    value += log_ratio
    value += markets.log_price.take(cells)
    np.exp(value, out=value)
    value *= TICKET
    book.post(cells, value)


def list_shares(rng, book, markets, law, quarters, replicates, log_ratio):
    """Four sales of W/4 * P(s)/P(q), s = q+4 ... q+7, with W = cost * V * P(q)/P(q_stage entry) * L.

    P(q) cancels.  Sales after quarter 48 are settled then at 70 % of W/4 * P(48)/P(q).
    The company leaves the fee base with its last sale.
    """
    log_units = lognormal_log(rng, law, quarters.size)
    log_units += log_ratio
    for k in range(SALES):
        due = quarters + (LOCK_UP + k)
        cells = np.minimum(due, LAST) * book.n + replicates
        amount = (TICKET / SALES) * np.exp(log_units + markets.log_price.take(cells))
        book.post_due(due, replicates, amount)
    book.leave(cells)


def run_stage(rng, book, markets, stage, cohort):
    """One stage of all its companies; returns those that graduate, or None after the last stage.

    Sojourn: Gamma(shape 2, mean m) = -m/2 * log(U1 U2).  Event: X = sqrt(.15) F(q) + sqrt(.85) eps
    against the thresholds, worst event first.
    """
    n = cohort.replicate.size
    event = rng.random(n)
    event *= rng.random(n)
    np.log(event, out=event)
    event *= -stage.years * 4 / 2
    event += cohort.entered
    happens = event < QUARTERS
    sell_held(book, markets, cohort.part(np.flatnonzero(~happens)))

    done = np.flatnonzero(happens)
    event, replicate, log_ratio = event.take(done), cohort.replicate.take(done), cohort.log_ratio.take(done)
    quarter = event.astype(np.intp)
    cells = quarter * book.n
    cells += replicate
    x = rng.standard_normal(done.size)
    x *= math.sqrt(1 - LOADING)
    x += markets.common.take(cells)

    below = [x < threshold for threshold in stage.thresholds()]
    failed = np.flatnonzero(below[0])
    fail(rng, book, cells.take(failed))
    bought = np.flatnonzero(below[0] ^ below[1])
    buy_back(rng, book, event.take(bought), cohort.invested.take(done.take(bought)), replicate.take(bought))
    acquired = np.flatnonzero(below[1] ^ below[2])
    acquire(rng, book, markets, stage.acquisition, cells.take(acquired), log_ratio.take(acquired))
    book.leave(cells.take(np.flatnonzero(below[2])))
    if stage.listing:
        listed = np.flatnonzero(~below[3])
        list_shares(rng, book, markets, stage.listing, *(a.take(listed) for a in (quarter, replicate, log_ratio)))
    if not stage.step_up:
        return None
    graduate = np.flatnonzero(below[2] ^ below[3])
    log_ratio = log_ratio.take(graduate)
    log_ratio += lognormal_log(rng, stage.step_up, graduate.size)
    return Cohort(replicate.take(graduate), cohort.invested.take(done.take(graduate)), event.take(graduate), log_ratio)


def entrants(rng, markets, n):
    """The forty companies of each replicate as two cohorts: (seed, A)."""
    invested = np.tile(np.arange(COMPANIES, dtype=np.int8) // 2, n)
    replicate = np.repeat(np.arange(n), COMPANIES)
    first_prices = markets.log_price[: INVESTING * n].reshape(INVESTING, n)
    log_ratio = -np.repeat(first_prices.T, 2, axis=1).ravel()
    everyone = Cohort(replicate, invested, invested.astype(float), log_ratio)
    seed = rng.random(COMPANIES * n) < SEED_SHARE
    return everyone.part(np.flatnonzero(seed)), everyone.part(np.flatnonzero(~seed))


def portfolio(rng, n):
    """(proceeds, exits) of all companies of n replicates, on grids [quarter, replicate]."""
    markets, book = economy(rng, n), Book(n)
    cohort, at_a = entrants(rng, markets, n)
    for stage in STAGES:
        if stage.name == "A":
            cohort = cohort.joined(at_a)
        cohort = run_stage(rng, book, markets, stage, cohort)
    return book.proceeds, book.exits


# ---------------------------------------------------------------------------------------------
# Fund: calls and waterfall
# ---------------------------------------------------------------------------------------------

def capital_calls(exits):
    """Tickets and fees of quarters 0-39.

    The fee is 0.5 % of commitments in quarters 0-19, then of the cost of the companies held at the
    start of the quarter: those that have not left in an earlier quarter.
    """
    calls = np.empty((FEE_END, exits.shape[1]))
    calls[:INVESTING] = 2 * TICKET + FEE * COMMITMENT
    held = COMPANIES - exits[:INVESTING].sum(axis=0)
    for q in range(INVESTING, FEE_END):
        np.multiply(held, FEE * TICKET, out=calls[q])
        held -= exits[q]
    return calls


def waterfall(calls, proceeds):
    """Distributions to the LPs by quarter and the GP's total carry.

    In each quarter, H the hurdle balance, C calls, D proceeds:
      H <- H * 1.08^(1/4) + C;  the LPs get h = min(D, H);  H <- H - h
      catch-up to the GP: min(D - h, max(0, (LP distributions - LP contributions) / 4 - GP total))
      the rest: 80 % LPs, 20 % GP
    """
    quarters, n = proceeds.shape
    to_lp = np.empty((quarters, n))
    balance, profit, carry = np.zeros(n), np.zeros(n), np.zeros(n)   # profit: LP distributions - contributions
    rest, gp = np.empty(n), np.empty(n)
    parity = CARRY / (1 - CARRY)
    for q in range(quarters):
        received = to_lp[q]
        balance *= HURDLE
        if q < len(calls):
            balance += calls[q]
            profit -= calls[q]
        np.minimum(proceeds[q], balance, out=received)
        balance -= received
        profit += received
        np.subtract(proceeds[q], received, out=rest)
        np.multiply(profit, parity, out=gp)
        gp -= carry
        np.clip(gp, 0.0, rest, out=gp)
        rest -= gp                         # what is split
        carry += gp
        np.multiply(rest, CARRY, out=gp)
        carry += gp
        rest -= gp                         # the LPs' part of the split
        profit += rest
        received += rest
    return to_lp, carry


# ---------------------------------------------------------------------------------------------
# Internal rate of return
# ---------------------------------------------------------------------------------------------
#
# Unknown: x = log(1 + r), r the rate per quarter, so that the net present value is sum f(k) exp(-k x).
# Policy: the root r > -1 nearest zero on the side to which the undiscounted sum points (r > 0 if the
# sum is positive); if that side has none, the root nearest zero; if there is none at all, NaN.
# No distributions at all: r = -1.

X_LOW, X_HIGH = -14.0, 60.0    # at x = -14 an annual rate is -100 % to 24 digits


def present_value(flows, v):
    """(PV, v PV'(v)) of PV = sum f(k) v^k, by Horner's rule."""
    value = flows[-1].copy()
    slope = np.zeros_like(value)
    for row in flows[-2::-1]:
        slope *= v
        slope += value
        value *= v
        value += row
    slope *= v
    return value, slope


def bracketed_root(inflow, outflow, low, high, x, sign, wanted, full_steps):
    """Root of h(x) = log PV(inflow) - log PV(outflow) in [low, high] by Newton steps, bisecting where one leaves
    the bracket.  sign * h is positive at `low` and negative at `high`, with one root between.

    After `full_steps` on all columns only those are pursued that are `wanted` and still move; what stands in the
    unwanted ones means nothing.
    """
    result, active = x, None
    for step in range(200):
        v = np.exp(-x)
        value_in, slope_in = present_value(inflow, v)
        value_out, slope_out = present_value(outflow, v)
        h = np.log(value_in / value_out)
        move = h / (slope_in / value_in - slope_out / value_out)        # -h / h'
        above = h * sign > 0
        low, high = np.where(above, x, low), np.where(above, high, x)
        new = x + move
        new = np.where((new >= low) & (new <= high), new, 0.5 * (low + high))
        moves = np.abs(new - x) > 1e-9 * (1 + np.abs(new))
        if active is None:
            result = x = new
        else:
            result[active] = x = new
        if step + 1 < full_steps:
            continue
        open_ = np.flatnonzero(moves & wanted)
        if open_.size == 0:
            break
        active = open_ if active is None else active.take(open_)
        x, low, high, sign, wanted = (a.take(open_) for a in (x, low, high, sign, wanted))
        inflow, outflow = inflow.take(open_, axis=1), outflow.take(open_, axis=1)
    return result


def single_change(cumulative, total):
    """True where the cumulative flows prove exactly one root on the side of the sum.

    Sum > 0: the cumulative flows change sign once (Norstrom), so there is one root r > 0.
    Sum < 0: the same test on the flows in reverse order: sum - cumulative flow changes sign once.
    """
    above = cumulative > np.minimum(total, 0.0)
    changes = np.add.reduce(above[1:] ^ above[:-1], axis=0, dtype=np.uint8)
    return (changes == 1) & ((total > 0) | (cumulative.min(axis=0) < total))


def bernstein_matrices(degree, split):
    """(from powers, left part, right part): maps of coefficient rows on [0, 1]; parts are [0, split], [split, 1]."""
    convert, left, right = (np.zeros((degree + 1, degree + 1)) for _ in range(3))
    for j in range(degree + 1):
        for i in range(j + 1):
            convert[i, j] = math.comb(j, i) / math.comb(degree, i)
            left[i, j] = math.comb(j, i) * split**i * (1 - split) ** (j - i)
        for i in range(j, degree + 1):
            k, m = i - j, degree - j
            right[i, j] = math.comb(m, k) * split**k * (1 - split) ** (m - k)
    return convert, left, right


def sign_variations(rows):
    """Changes of sign along each row, zeros skipped."""
    signs = np.sign(rows).astype(np.int8)
    last = np.maximum.accumulate(np.where(signs != 0, np.arange(rows.shape[1]), 0), axis=1)
    signs = np.take_along_axis(signs, last, axis=1)
    return ((signs[:, 1:] * signs[:, :-1]) < 0).sum(axis=1)


def isolate_largest_root(polynomials):
    """For each row c of coefficients: an interval (low, high) in (0, 1) with the largest root of sum c(k) t^k
    there and no other root; NaN if there is none.

    The number of sign variations of the Bernstein coefficients bounds the number of roots in an interval and is
    exact if it is 0 or 1; other intervals are split.  The split is off the middle so as not to hit round roots.
    """
    split = 0.4871
    convert, to_left, to_right = bernstein_matrices(polynomials.shape[1] - 1, split)
    low = np.full(len(polynomials), np.nan)
    high = np.full(len(polynomials), np.nan)
    owner = np.arange(len(polynomials))
    start, width = np.zeros(len(owner)), np.ones(len(owner))
    rows = polynomials @ convert
    for depth in range(60):
        count = sign_variations(rows)
        single = count == 1 if depth < 59 else count >= 1
        found = np.flatnonzero(single & ~(start < low[owner]))
        found = found[np.argsort(start[found], kind="stable")]           # the last one written is the largest
        low[owner[found]] = start[found]
        high[owner[found]] = start[found] + width[found]
        open_ = np.flatnonzero((count > 1) & ~single & ~(start < low[owner]))
        if open_.size == 0:
            break
        owner = np.tile(owner[open_], 2)
        begin, span, parts = start[open_], width[open_], rows[open_]
        start = np.concatenate([begin, begin + split * span])
        width = np.concatenate([split * span, (1 - split) * span])
        rows = np.concatenate([parts @ to_left, parts @ to_right])
    return low, high


def side_root(flows, positive):
    """The root x nearest 0 with x > 0 (`positive`) or x < 0 of each column of flows; NaN if there is none."""
    rows = flows.T if positive else flows.T[:, ::-1]                    # a polynomial in exp(-x) or exp(x)
    low, high = isolate_largest_root(np.ascontiguousarray(rows))
    found = np.flatnonzero(~np.isnan(low))
    result = np.full(flows.shape[1], np.nan)
    if found.size == 0:
        return result
    near, far = -np.log(high[found]), np.minimum(-np.log(low[found]), X_HIGH if positive else -X_LOW)
    near = np.minimum(near, far)
    a, b = (near, far) if positive else (-far, -near)
    part = flows[:, found]
    sign = np.sign(part.sum(axis=0)) * (1 if positive else -1)          # of h at a, the sum being its value at x = 0
    inflow, outflow = np.maximum(part, 0), np.maximum(-part, 0)
    result[found] = bracketed_root(inflow, outflow, a, b, 0.5 * (a + b), sign, np.full(found.size, True), 1)
    return result


def hard_roots(flows, total):
    """The policy in full for columns with possibly several roots or none."""
    result = np.zeros(flows.shape[1])
    for positive in (True, False):
        mine = np.flatnonzero(total > 0 if positive else total < 0)
        if mine.size == 0:
            continue
        roots = side_root(flows[:, mine], positive)
        missing = np.flatnonzero(np.isnan(roots))
        if missing.size:
            roots[missing] = side_root(flows[:, mine[missing]], not positive)
        result[mine] = roots
    return result


def first_step(inflow, outflow, total_in, total_out):
    """The Newton step from x = 0: log(in / out) / (duration in - duration out)."""
    duration = np.arange(len(inflow)) @ inflow / total_in - np.arange(len(outflow)) @ outflow / total_out
    return np.log(total_in / total_out) / duration


def log_rates(inflow, outflow, cumulative):
    """(x, hard, flows): x = log(1 + r) of each column but those in `hard`, whose net flows are `flows`.

    `outflow` may have fewer rows than `inflow`; `cumulative` are the cumulative net flows.
    """
    total_in, total_out, total = inflow.sum(axis=0), outflow.sum(axis=0), cumulative[-1]
    lost = total_in <= 0
    easy = single_change(cumulative, total) & ~lost & (total_out > 0)
    low, high = np.where(total > 0, 0.0, X_LOW), np.where(total > 0, X_HIGH, 0.0)
    start = np.clip(first_step(inflow, outflow, total_in, total_out), low / 8, high / 8)
    x = bracketed_root(inflow, outflow, low, high, start, np.ones(total.size), easy, 3)
    x[lost] = -np.inf
    hard = np.flatnonzero(~easy & ~lost)
    flows = np.diff(cumulative.take(hard, axis=1), axis=0, prepend=0.0)
    return x, hard, flows


def irr(flows):
    """The rate r per period of each column of net flows, by the policy above; NaN if there is none."""
    flows = np.asarray(flows, dtype=float)
    with np.errstate(all="ignore"):
        x, hard, left = log_rates(np.maximum(flows, 0), np.maximum(-flows, 0), np.cumsum(flows, axis=0))
        x[hard] = hard_roots(left, left.sum(axis=0))
    return np.expm1(x)


# ---------------------------------------------------------------------------------------------
# Replicates
# ---------------------------------------------------------------------------------------------

HEADLINES = ("tvpi", "dpi", "irr", "gp_carry", "gross_multiple")


class Results:
    """Result columns, one value per replicate: headlines (the IRR as log(1 + r) per quarter) and the LPs' cumulative
    net cash flow by quarter.  If `shared`, forked processes write to the same memory."""

    def __init__(self, replicates, seed, shared=False):
        self.replicates, self.seed = replicates, seed
        shape = 4 + QUARTERS, replicates
        if shared:
            table = np.frombuffer(mmap.mmap(-1, 8 * math.prod(shape)), dtype=float).reshape(shape)
        else:
            table = np.empty(shape)
        self.tvpi, self.irr, self.carry, self.gross = table[:4]
        self.cumulative = table[4:]


def run_chunk(results, chunk):
    """Replicates chunk * CHUNK ... of the seed; returns those whose IRR is left to `hard_roots`."""
    first = chunk * CHUNK
    n = min(CHUNK, results.replicates - first)
    here = slice(first, first + n)
    rng = np.random.Generator(np.random.Philox(np.random.SeedSequence(results.seed, spawn_key=(chunk,))))
    proceeds, exits = portfolio(rng, n)
    calls = capital_calls(exits)
    to_lp, carry = waterfall(calls, proceeds)

    cumulative = results.cumulative[:, here]
    np.subtract(to_lp[0], calls[0], out=cumulative[0])
    for q in range(1, QUARTERS):
        np.add(cumulative[q - 1], to_lp[q], out=cumulative[q])
        if q < FEE_END:
            cumulative[q] -= calls[q]
    results.tvpi[here] = to_lp.sum(axis=0) / calls.sum(axis=0)
    results.carry[here] = carry
    results.gross[here] = proceeds.sum(axis=0) / (COMPANIES * TICKET)
    x, hard, flows = log_rates(to_lp, calls, cumulative)
    results.irr[here] = x
    return first + hard, flows


def simulate(results, run):
    """All chunks, then the rates that need care, in one batch."""
    chunks = range(-(-results.replicates // CHUNK))
    pieces = run(run_chunk, results, chunks)
    index = np.concatenate([piece[0] for piece in pieces])
    flows = np.concatenate([piece[1] for piece in pieces], axis=1)
    if index.size:
        results.irr[index] = hard_roots(flows, flows.sum(axis=0))


_shared = None


def _task(work):
    function, item = work
    return function(_shared, item)


def runner(processes, results):
    """A function run(f, results, items) -> [f(results, item)], in this process or in forked ones."""
    global _shared
    _shared = results
    if processes == 1:
        return lambda function, data, items: [function(data, item) for item in items]
    pool = multiprocessing.get_context("fork").Pool(processes)
    return lambda function, data, items: pool.map(_task, [(function, item) for item in items], chunksize=1)


# ---------------------------------------------------------------------------------------------
# Statistics
# ---------------------------------------------------------------------------------------------

LEVELS = {"p05": .05, "p25": .25, "p50": .50, "p75": .75, "p95": .95}


def quantile(ordered, p):
    """Type 7: linear interpolation at rank (n - 1) p, counted from 0."""
    rank = (ordered.size - 1) * p
    k = min(int(rank), ordered.size - 2) if ordered.size > 1 else 0
    upper = ordered[min(k + 1, ordered.size - 1)]
    return float(ordered[k] + (rank - k) * (upper - ordered[k]))


def quantile_error(ordered, p):
    """Half the distance of the order statistics with ranks n p -+ sqrt(n p (1 - p))."""
    n = ordered.size
    spread = math.sqrt(n * p * (1 - p))
    a, b = math.floor(n * p - spread), math.ceil(n * p + spread)
    return float(ordered[min(b, n) - 1] - ordered[max(a, 1) - 1]) / 2


def describe(values, ceiling=None):
    """Statistics of a column: {name: (value, standard error or None)}; NaN is missing.

    With a ceiling, mean and sd are those of min(value, ceiling).
    """
    missing = int(np.isnan(values).sum())
    kept = values[~np.isnan(values)] if missing else values
    bounded = kept if ceiling is None else np.minimum(kept, ceiling)
    n, sd = kept.size, float(bounded.std(ddof=1))
    ordered = np.sort(kept)
    table = {"n": (n, None), "missing": (missing, None)}
    table["mean"] = (float(bounded.mean()), sd / math.sqrt(n))
    table["sd"] = (sd, None)
    for name, p in LEVELS.items():
        table[name] = (quantile(ordered, p), quantile_error(ordered, p))
    return table


def describe_quarter(results, quarter):
    return describe(results.cumulative[quarter])


def describe_headline(results, name):
    if name == "irr":
        return describe(np.expm1(4 * results.irr), ceiling=1.0)         # annualised: (1 + r)^4 - 1
    column = {"tvpi": results.tvpi, "dpi": results.tvpi, "gp_carry": results.carry, "gross_multiple": results.gross}
    return describe(column[name])                                       # at the end nothing is held: DPI = TVPI


def probability_below_one(tvpi):
    p = float(np.count_nonzero(tvpi < 1.0)) / tvpi.size
    return p, math.sqrt(p * (1 - p) / tvpi.size)


def summarise(results, run):
    """(headlines, P(TVPI < 1), fan): the fan has one entry per quarter of the grid."""
    headlines = dict(zip(HEADLINES, run(describe_headline, results, HEADLINES)))
    fan = run(describe_quarter, results, range(QUARTERS))
    fan += [fan[-1]] * (GRID - QUARTERS)
    return headlines, probability_below_one(results.tvpi), fan


# ---------------------------------------------------------------------------------------------
# Output
# ---------------------------------------------------------------------------------------------

def rows_of(headlines, below, fan):
    """Rows metric, quarter, statistic, value, se."""
    for metric, table in headlines.items():
        for statistic, (value, error) in table.items():
            yield metric, "", statistic, value, error
    yield "tvpi_below_1", "", "probability", *below
    for quarter, table in enumerate(fan):
        for statistic in ("mean", *LEVELS):
            yield "lp_cumulative_net", quarter, statistic, *table[statistic]


def write_csv(path, summary):
    with open(path, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["metric", "quarter", "statistic", "value", "se"])
        for metric, quarter, statistic, value, error in rows_of(*summary):
            out.writerow([metric, quarter, statistic, f"{value:.10g}", "" if error is None else f"{error:.4g}"])


def write_json(path, summary, arguments, elapsed):
    def plain(table):
        return {name: {"value": value, "se": error} for name, (value, error) in table.items()}

    headlines, below, fan = summary
    document = {
        "replicates": arguments.replicates,
        "seed": arguments.seed,
        "elapsed_seconds": elapsed,
        "headlines": {name: plain(table) for name, table in headlines.items()},
        "tvpi_below_1": {"value": below[0], "se": below[1]},
        "lp_cumulative_net": [{"quarter": q, **plain(table)} for q, table in enumerate(fan)],
    }
    with open(path, "w") as file:
        json.dump(document, file, indent=1)
        file.write("\n")


def print_tables(summary):
    headlines, below, fan = summary
    names = ("n", "missing", "mean", "se", "sd", *LEVELS)
    print(f"{'':16}" + "".join(f"{name:>13}" for name in names))
    for metric, table in headlines.items():
        values = [table["mean"][1] if name == "se" else table[name][0] for name in names]
        print(f"{metric:16}" + "".join(f"{value:13.7g}" for value in values))
    print(f"P(TVPI < 1) = {below[0]:.6f}, se {below[1]:.6f}.  The mean of irr is that of min(irr, 1).\n")
    names = ("mean", "se", *LEVELS)
    print("LP cumulative net cash flow, yuan\n" + f"{'quarter':>7}" + "".join(f"{name:>16}" for name in names))
    for quarter, table in enumerate(fan):
        values = [table["mean"][1] if name == "se" else table[name][0] for name in names]
        print(f"{quarter:7}" + "".join(f"{value:16,.0f}" for value in values))


# ---------------------------------------------------------------------------------------------
# Self-checks
# ---------------------------------------------------------------------------------------------

def close(a, b, tolerance=1e-9):
    assert np.allclose(a, b, rtol=tolerance, atol=tolerance), (a, b)


def check_waterfall():
    """100 called in quarter 0; proceeds in quarter 20; 8 % compounded for five years."""
    grown = 100 * 1.08**5
    proceeds = np.zeros((21, 5))
    proceeds[20] = 250.0, 140.0, grown, 150.0, grown + (grown - 100) / 4
    calls = np.full((1, 5), 100.0)
    to_lp, carry = waterfall(calls, proceeds)
    close(to_lp.sum(axis=0), [220.0, 140.0, grown, grown, grown])
    close(carry, [30.0, 0.0, 0.0, 150.0 - grown, (grown - 100) / 4])
    # A call after the hurdle was met is returned first: 100 called, 250 paid in quarter 0, 10 called and paid in 1.
    to_lp, carry = waterfall(np.array([[100.0], [10.0]]), np.array([[250.0], [10.0]]))
    close(to_lp[:, 0], [220.0, 10.0])
    close(carry, [30.0])


def check_irr():
    def one(*flows):
        return irr(np.array(flows, dtype=float)[:, None])[0]

    close(one(-100, 110), 0.10)
    close(one(-100, 200), 1.00)
    close(one(-100, 50), -0.50)
    close(one(-100, 39, 59, 55, 20), 0.28094842116, 1e-10)
    close(one(-100, 0, 0, 74), -0.0954958, 1e-6)
    close(one(-1000, 3600, -4310, 1716), 0.10)          # .1, .2, .3; the sum is positive
    close(one(1000, -3600, 4310, -1716), 0.10)          # the same roots, the sum points down where there is none
    close(one(-100, 100, 0, -7), -0.0832997, 1e-6)      # -.68 and -.08; the sum is negative
    close(one(-100, 230, -132), 0.10)                   # .1, .2; the sum points down where there is none
    close(one(-5, 10.5, 1, -8, 1), -0.870201, 1e-6)     # -.87, .09, .71; the sum is negative
    close(one(-50, -100, 600, 300, -100), 1.8544178, 1e-7)
    close(one(-100, 60, 40), 0.0)
    close(one(-100, 0, 0), -1.0)
    assert np.isnan(one(100, -200, 150)) and np.isnan(one(1, 2, 3))
    rng = np.random.default_rng(3)
    flows = rng.normal(size=(13, 2000))
    mine, side = irr(flows), np.sign(flows.sum(axis=0))
    for k in range(flows.shape[1]):                     # against the eigenvalues of the companion matrix
        v = np.roots(flows[::-1, k])
        r = 1 / v[(np.abs(v.imag) < 1e-9) & (v.real > 0)].real - 1
        r = r[r * side[k] > 0] if (r * side[k] > 0).any() else r
        if (flows[:, k] <= 0).all():
            r = np.array([-1.0])
        if r.size:
            close(mine[k], r[np.argmin(np.abs(r))], 1e-6)
        else:
            assert np.isnan(mine[k])


def check_timing():
    """Buy-backs, listings, held companies and fees in single cells of one replicate."""
    flat = Economy(np.zeros(QUARTERS), np.arange(QUARTERS) * 0.01)      # P(q) = exp(q / 100)

    class Sure:
        """A generator whose uniforms are 0 (a buy-back pays) and whose normals are 0."""

        def random(self, n):
            return np.zeros(n)

        def standard_normal(self, n):
            return np.zeros(n)

    def cash(action):
        book = Book(1)
        action(book)
        return book.proceeds[:, 0], np.flatnonzero(book.exits[:, 0])

    def at(*pairs):
        grid = np.zeros(QUARTERS)
        for quarter, amount in pairs:
            grid[quarter] += amount
        return grid

    zero = np.zeros(1, np.intp)
    for event, paid in ((10.5, (14, 1.0)), (44.5, (48, 1.0)), (45.5, (48, 0.7))):
        got, _ = cash(lambda book: buy_back(Sure(), book, np.array([event]), np.array([2]), zero))
        close(got, at((paid[0], paid[1] * TICKET * (1 + 0.08 * (event - 2) / 4))))
    w, quarter_of_w = TICKET * 2.0, TICKET * 2.0 / 4
    for q in (10, 41, 43, 48):
        start = np.array([-0.01 * q])                                   # so that W = cost * 2 at the listing
        got, gone = cash(lambda book: list_shares(Sure(), book, flat, (2.0, .7), np.array([q]), zero, start))
        sales = [(s, quarter_of_w * math.exp((s - q) / 100)) for s in range(q + 4, q + 8) if s <= LAST]
        unsold = w * (4 - len(sales)) / 4 * math.exp((LAST - q) / 100)
        close(got, at(*sales, (LAST, 0.7 * unsold)))
        assert gone.tolist() == [min(q + 7, LAST)]
    held = Cohort(zero, np.array([4]), np.array([9.9]), np.array([math.log(3) - 0.09]))
    close(cash(lambda book: sell_held(book, flat, held))[0], at((LAST, 0.7 * 3 * TICKET)))

    exits = np.zeros((QUARTERS, 1))
    exits[[5, 20, 39, 48], 0] = 10, 1, 2, 27
    calls = capital_calls(exits)[:, 0]
    close(calls[:20], 4.5e7)
    close(calls[[20, 21, 39]], [0.005 * TICKET * 30, 0.005 * TICKET * 29, 0.005 * TICKET * 29])


def check_conservation():
    """LP + GP = proceeds in every quarter; each company has left or is sold; the draws follow the table."""
    rng = np.random.Generator(np.random.Philox(5))
    proceeds, exits = portfolio(rng, 2000)
    assert (proceeds >= 0).all() and (exits.sum(axis=0) <= COMPANIES).all()
    calls = capital_calls(exits)
    to_lp, carry = waterfall(calls, proceeds)
    close((to_lp.sum(axis=0) + carry) / proceeds.sum(axis=0), 1.0)
    assert (to_lp >= 0).all() and (to_lp <= proceeds + 1e-6).all()
    for stage in STAGES:
        assert abs(sum(stage.events) - 1) < 1e-12


def keep_memory():
    """Asks the GNU C library to keep freed memory: returning and clearing pages costs a quarter of the time."""
    trim_threshold, mmap_threshold = -1, -3
    try:
        library = ctypes.CDLL(None)
        library.mallopt(mmap_threshold, 32 << 20)
        library.mallopt(trim_threshold, 1 << 30)
    except (OSError, AttributeError, TypeError):
        pass                               # another C library: only slower


def check():
    for test in (check_waterfall, check_irr, check_timing, check_conservation):
        test()
        print(f"{test.__name__}: passed")


def main():
    parser = argparse.ArgumentParser(description="The benchmark fund in NumPy.")
    parser.add_argument("--replicates", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--csv", metavar="FILE")
    parser.add_argument("--check", action="store_true", help="run the self-checks and stop")
    arguments = parser.parse_args()
    if arguments.check:
        return check()
    started = time.perf_counter()
    keep_memory()
    results = Results(arguments.replicates, arguments.seed, shared=arguments.processes > 1)
    run = runner(arguments.processes, results)
    with np.errstate(all="ignore"):        # log 0 and 0 / 0 stand for limits that are dealt with
        simulate(results, run)
    simulated = time.perf_counter()
    summary = summarise(results, run)
    elapsed = time.perf_counter() - started
    print(f"{arguments.replicates} replicates, seed {arguments.seed}, processes {arguments.processes}: {elapsed:.2f} s "
          f"(simulation {simulated - started:.2f} s, statistics {elapsed - (simulated - started):.2f} s)\n")
    print_tables(summary)
    if arguments.json:
        write_json(arguments.json, summary, arguments, elapsed)
    if arguments.csv:
        write_csv(arguments.csv, summary)


if __name__ == "__main__":
    main()
