# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a scenario of forty funds in three tiers to a folder: a province's mother fund, nine of cities, and thirty that
buy 800 companies among them in four years.

    python3 forty_funds.py FOLDER
"""

import pathlib
import sys

TOP = """\
# SPDX-License-Identifier: GPL-3.0-or-later
guidefund: 1
name: {en: Forty funds in three tiers, zh: 三级四十只基金}
time: {start: 2026-Q1, length: 15 years}
run: {seed: 1, replicates: 10000}
funds:
"""

OWNER = """\
  %(id)s:
    name: {en: %(en)s, zh: %(zh)s}
    starts: 2026-Q1
    investors: {%(investors)s}
    portfolio: {kind: funds}
    fees: {management: [{until: %(term)d years, base: paid_in, rate: %(fee)s %%}], set_up: 0 元, custody: 0 %%, fixed_per_year: 0 元}
    waterfall: {hurdle: null, catch_up: 0 %%, carry: 0 %%}
    life: {term: %(term)d years, extension_count: 0}
    manager: {name: {en: Manager, zh: 管理人}, skill: 0}
"""

DIRECT = """\
  fund_%(number)d:
    name: {en: Fund %(number)d, zh: 子基金 %(number)d}
    starts: 2026-Q1
    investors:
      owner: {class: fund, fund: city_%(owner)d, commitment: 2 亿元}
      social: {class: social_capital, commitment: 3.9 亿元}
      manager: {class: general_partner, commitment: 1000 万元}
    portfolio:
      period: 4 years
      tickets_per_year: %(tickets)s
      tickets: {seed: {ticket: 1000 万元}, a: {ticket: 2000 万元}, b: {ticket: 2500 万元}}
    waterfall: {hurdle: {rate: 6 %%, compounding: annual}, catch_up: 100 %%, carry: 20 %%}
    life: {term: 10 years, extension_count: 1, extension_length: 1 year}
    manager: {name: {en: Manager %(number)d, zh: 管理人 %(number)d}, skill: 0.2}
"""


def scenario():
    province = "province: {class: provincial_fiscal, commitment: 60 亿元, source_of_funds: general_budget}"
    city = "city: {class: city_fiscal, commitment: 5 亿元, source_of_funds: general_budget}"
    text = TOP + OWNER % dict(
        id="province", en="Provincial mother fund", zh="省级母基金", investors=province, term=14, fee="0.2")
    for number in range(9):
        investors = "province: {class: fund, fund: province, commitment: 5 亿元}, " + city
        text += OWNER % dict(
            id=f"city_{number}", en=f"City fund {number}", zh=f"市级基金 {number}", investors=investors, term=13, fee="0.5")
    # Twenty funds of 27 and ten of 26 are 800.
    for number in range(30):
        tickets = "[6, 6, 7, 8]" if number < 20 else "[6, 6, 7, 7]"
        text += DIRECT % dict(number=number, owner=number % 9, tickets=tickets)
    return text


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scenario.yaml").write_text(scenario(), encoding="utf-8")
