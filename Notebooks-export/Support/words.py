# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers in words, Chinese and English, so that no sentence of a notebook holds a number that was typed."""

from dataclasses import dataclass

from IPython.display import Markdown, display

# What a quantity is shown in: for each language its factor from the unit of the tables, its name and its decimals.
SHOWN = {
    "yi": {"zh": (1e-8, "亿元", 2), "en": (1e-6, "million yuan", 0)},
    "wan": {"zh": (1e-4, "万元", 0), "en": (1e-6, "million yuan", 2)},
    "points": {"zh": (1e2, "个百分点", 1), "en": (1e2, "percentage points", 1)},
    "times": {"zh": (1, "倍", 3), "en": (1, "times", 3)},
    "years": {"zh": (1, "年", 1), "en": (1, "years", 1)},
}

# Metrics without a unit that are fractions of a whole; the others without a unit are multiples.
RATES = {"p_loss", "loss_ratio", "largest_exposure"}


def scale(unit, metric=None, size=0.0):
    """Which entry of `SHOWN` suits: 亿元 from 1000 万元 upwards."""
    if unit == "CNY":
        return "yi" if abs(size) >= 1e7 else "wan"
    if unit == "year":
        return "years"
    return "points" if unit == "1/year" or metric in RATES else "times"


def number(value, decimals):
    """A number with a true minus sign and no minus zero."""
    text = f"{value:,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("-")
    return text.replace("-", "−")


@dataclass
class Difference:
    """A mean difference with the limits of its simulation error, in the unit of the table."""

    unit: str
    mean: float
    low: float
    high: float
    metric: str | None = None

    @property
    def status(self):
        """`same`: equal in every replicate; `unclear`: zero lies within the limits; else `higher` or `lower`."""
        if self.mean == self.low == self.high == 0:
            return "same"
        if self.low <= 0 <= self.high:
            return "unclear"
        return "higher" if self.mean > 0 else "lower"

    @property
    def shown(self):
        return scale(self.unit, self.metric, max(abs(self.low), abs(self.high)))

    def size(self, language, signed=False, brief=False):
        """`0.21 亿元(0.19~0.23)`; without its sign unless asked for, which the verb tells; `brief` has no limits."""
        factor, unit, decimals = SHOWN[self.shown][language]
        values = [factor * value for value in (self.mean, self.low, self.high)]
        if not signed and self.mean < 0:
            values = [-values[0], -values[2], -values[1]]
        mean, low, high = (number(value, decimals) for value in values)
        if brief:
            return f"{mean} {unit}"
        return f"{mean} {unit}({low}~{high})" if language == "zh" else f"{mean} {unit} ({low} to {high})"

    def zh(self, up="增加", down="减少", brief=False):
        """`减少 0.21 亿元(0.19~0.23)`, or that no difference shows."""
        if self.status == "same":
            return "不变" if brief else "不变(每次模拟都相同)"
        if self.status == "unclear":
            return "与模拟误差分不开" if brief else f"变化 {self.size('zh', signed=True)},与模拟误差分不开"
        return f"{up if self.status == 'higher' else down} {self.size('zh', brief=brief)}"

    def en(self, up="rises by", down="falls by", brief=False):
        """`falls by 0.21 hundred million yuan (0.19 to 0.23)`, or that no difference shows."""
        if self.status == "same":
            return "does not change" if brief else "does not change in any replicate"
        if self.status == "unclear":
            change = "" if brief else f"changes by {self.size('en', signed=True)}, "
            return f"{change}{'is ' if brief else ''}not distinguishable from simulation noise"
        return f"{up if self.status == 'higher' else down} {self.size('en', brief=brief)}"


def percent(fraction, decimals=0):
    """A fraction as a percentage."""
    return f"{number(100 * fraction, decimals)} %"


def money(yuan, language):
    """An amount in the unit that suits its size."""
    factor, unit, decimals = SHOWN[scale("CNY", size=yuan)][language]
    return f"{number(factor * yuan, decimals)} {unit}"


def say(chinese, english):
    """A paragraph in Chinese with its English beneath."""
    display(Markdown(f"{chinese}\n\n*English:* {english}"))
