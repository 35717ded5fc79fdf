// SPDX-License-Identifier: GPL-3.0-or-later

/// A scenario that uses every section of the format.
public enum FullScenario {
  /// The scenario with its tables, by path.
  public static let files = [
    "scenario.yaml": text,
    "data/multiples.csv": "value\n0\n0.4\n1.2\n6\n",
    "data/companies.csv": """
    id,name.en,name.zh,law,stage,sector,enters,round_size,local
    c1,First,甲,city,a,chips,2026-03-31,5000 万元,true
    c2,Second,乙,city,b,drugs,2027-01-01,1000 万美元,false

    """,
  ]

  /// The scenario.
  public static let text = """
    guidefund: 1
    name: {en: Full, zh: 完整}
    summary: {en: Uses everything., zh: 用到全部内容。}
    sources:
      plan: {title: {en: The plan, zh: 方案}, location: 某文号, note: 附注}
    time: {start: 2025-Q3, length: 60 quarters}
    run:
      seed: 18446744073709551615
      replicates: 500
      correlations:
        - {first: economy.sectors.chips.growth, second: economy.sectors.drugs.growth, correlation: 0.5}
    economy:
      common_factor: {persistence: {value: 0.8, low: 0.7, high: 0.9, shape: uniform, source: plan, grade: prior}}
      sectors:
        chips: {name: {en: Chips, zh: 芯片}}
        drugs: {name: {en: Drugs, zh: 医药}, factor_weight: 40 %, persistence: 0.5, growth: {value: 5 %, low: 2 %, high: 9 %}}
        land: {name: {en: Land, zh: 土地}}
      sector_correlations: {chips: {drugs: 0.3, land: 0.1}, land: {drugs: -0.2}}
      listed_index: {growth: 5 %}
      listing_window: {shuts: 15 %}
      lending_rate: {kind: vasicek, initial: 3 %, mean: 3.5 %, reversion: 0.3, volatility: 0.8 %}
      discount_rate: 2 %
      growth: {2025: 5 %, 2026: {value: 4.8 %, low: 4 %, high: 5 %}}
      inflation: 2 %
      fx: {usd: {2026: 7, 2028: {value: 6.5, source: plan, grade: prior}}}
    company_laws:
      city:
        preset: rmb_city_fund
        max_multiple: 100
        stages:
          seed:
            outcomes: {failed: 20 %, stalled: 4 %, bought_back: 8 %, transferred: 4 %, acquired: 4 %, graduates: 60 %}
        stalled: {sojourn_mean: 4 years, sojourn_shape: 2, value_decay: 15 %, outcomes: {failed: 70 %, bought_back: 20 %, transferred: 10 %}}
      certain: {kind: multiple, multiple: {kind: fixed, multiple: 1}, holding_time: {kind: fixed, time: 5 years}}
      tail:
        kind: multiple
        multiple: {kind: body_and_tail, total_loss: 30 %, body: {median: 0.8, sigma: 1}, tail: 5 %, tail_start: 10, tail_exponent: 1.4}
        holding_time: {kind: gamma, mean: 5 years, shape: 3}
      table:
        kind: multiple
        multiple:
          kind: buckets
          classes: [{up_to: 1, share: 65 %}, {up_to: 5, share: 25 %}, {share: 10 %}]
          tail_exponent: 1.42
        holding_time: {kind: fixed, time: 60 months}
        max_multiple: 50
      own: {kind: multiple, multiple: {kind: empirical, values: data/multiples.csv}, holding_time: {kind: fixed, time: 5 years}}
      plain: {kind: multiple, multiple: {kind: log_normal, median: 0.5, sigma: 1.7}, holding_time: {kind: fixed, time: 5 years}}
    candidate_streams:
      local:
        name: {en: Local, zh: 本地}
        law: city
        arrivals: {kind: per_year, mean: {value: 30, low: 20, high: 40, shape: pert}}
        stage_mix: {seed: 50 %, a: {value: 50 %, source: plan, grade: V}}
        sector_mix: {chips: 100 %}
        deadweight: 40 %
    companies: data/companies.csv
    funds:
      old:
        name: {en: Old, zh: 老基金}
        starts: 2022-Q1
        opening: {paid_in: 3 亿元, distributed: 0 元}
        investors:
          soe: {class: state_owned_enterprise, commitment: {value: 4 亿元, source: plan, grade: V}, source_of_funds: soe_equity}
          gp: {class: general_partner, commitment: 400 万元}
        calls: {method: instalments, first: 40 %, instalment: 30 %}
        portfolio:
          period: 4 years
          streams: [local]
          tickets_per_year: [2, 1, 0]
          tickets: {seed: {ticket: 300 万元, planned: 30 %}, a: {ticket: 1000 万元, planned: 70 %}}
          mandate: {sectors: [chips, drugs], early_minimum: 60 %}
          concentration_limit: 15 %
          follow_on: {reserve: 20 %}
          redemption: {after: 5 years, only_stalled: true}
          named: [{company: c1, ticket: 2000 万元}]
          opening_holdings:
            h1:
              name: {en: Held, zh: 已投}
              law: city
              stage: a
              sector: drugs
              stage_since: 2024-05-01
              acquired: 2023-01-15
              cost: 1500 万元
              multiple: 1.4
              hard_tech: true
        waterfall: {hurdle: null, catch_up: 50 %}
        life: {term: 8 years, rest: write_off}
        manager: {name: {en: M, zh: 管}, skill: {value: 0.2, low: 0, high: 0.4}}
        valuation: {lag: 2, smoothing: 30 %}
        tolerance: {project: {early: 70 %}, fund: {value: 50 %, source: plan, grade: V}, offset_gains: false}
        credit_line: {limit: 40 %, clean_down: 6 months, bridges: purchases}
        distribution_in_kind: {at: lock_up}
        public_exit: {idle: 2 years, tolerance_breach: true}
        concessions: {option: {kind: buyout_option, giver: soe, receivers: [gp], within: 5 years, rate: 3 %}}
        reinvestment: {multiple: 1.2, investors: [soe], deadline: 6 years, recognised: {own_investment: {weight: 1.1}, attracted_investment: {most: 0.5}, sub_fund: {}}}
      pacing:
        name: {en: Pacing, zh: 节奏}
        starts: 2026-Q1
        investors:
          city: {class: city_fiscal, commitment: 1 亿元, source_of_funds: special_bond, honouring: {late: 5 %, remedy: cut}}
          social: {class: social_capital, commitment: 1 亿元, honouring: {after: fiscal, penalty: 40 %}}
        raising: {demand_ratio: 0.9, classes: [social_capital], closings: [{after: 0 years, share: 60 %}, {after: 1 year, share: 40 %}]}
        state_sale: {decision: 3 months, rounds: 3}
        portfolio: {kind: pacing, contribution_rates: [25 %, 33.3 %, 50 %], life: 12, bow: 2.5, growth: 13 %, yield: 0 %, step: quarter}
        life: {term: 12 years}
    public_money:
      city: {bond: {interest_paid: yearly}}
      state_owned:
        platform: {assets: 50 亿元, debt: {value: 30 亿元, low: 25 亿元, high: 35 亿元}}
        alternatives: {grant: {}, subsidy: {per_year: 20 %}, reserve: {}}
        exit: {floor: 95 %}
        call_gate: {on_red_line: true}
    instruments:
      line:
        name: {en: Guaranteed line, zh: 担保贷款}
        payer: city
        first: 2025-Q4
        last: 2030-Q4
        pool: {funds: [old], stages: [seed, a], sectors: [chips], share: {value: 80 %, low: 60 %, high: 100 %}, failed_below: 30 %}
        ceiling: 2 亿元
        credit:
          size: {by: ticket, times: 0.5, most: 500 万元}
          defaults_when_stalled: true
          subsidy: {cut: {value: 1 %, source: plan, grade: V}, most: 50 万元}
          guarantee: {guarantor: institution, institution: 30 %, re_guarantor: 50 %, re_guarantor_level: central, capital: 1 亿元, leverage: 5}
          warrant: {coverage: 20 %, premium: 10 %}
        facts: {legal_basis: true, open_to_all: true, reviewed: true, basis: [research], conditions: [], state: stopped}
      seedling:
        name: {en: Seedling, zh: 育苗}
        payer: county
        source_of_funds: land_fund
        pool: {streams: [local], only_local: true, only_hard_tech: false}
        grant: {size: {by: fixed, amount: 100 万元}, conversion: {milestone: b, repaid: 50 %}}
        credit: {lender: payer, size: {by: grant, times: 5}, term: 5 years, grace: 3 years}
      site:
        name: {en: Site, zh: 用地}
        payer: city
        pool: {funds: [old]}
        contribution: {asset: land, size: {by: ticket, times: 0.5}, for: shares, worth: {value: 0.9, low: 0.8, high: 1}}
        facts: {support: [], backing: [], land: {price_to_minimum: 1, practices: []}}
      factory: {name: {en: Factory, zh: 厂房}, payer: city, pool: {streams: [local]}, contribution: {asset: factory, size: {by: fixed, amount: 500 万元}, for: rent_relief, rent: 4 %}}
      revival: {name: {en: Revival, zh: 救助}, payer: province, pool: {streams: [local]}, rescue: {triggers: [failed, stalled], revives: 20 %, cost: 80 万元}}
    derived_plans:
      no_old: {without: [old]}
    outputs: {replicate_metrics: [irr, tvpi], period_metrics: [nav], risk_levels: [10 %]}
    """

  /// A variant in which every law is followed by companies that a fund buys.
  public static let busy = """
    extends: scenario.yaml
    time: {length: 7 years}
    run:
      correlations:
        - {first: economy.sectors.land.growth, second: economy.sectors.drugs.growth, correlation: 0.5}
    candidate_streams:
      tails: {name: {en: Tails, zh: 尾}, law: tail, arrivals: {kind: unlimited}, stage_mix: {seed: 100 %}, sector_mix: {drugs: 100 %}}
      tables: {name: {en: Tables, zh: 表}, law: table, arrivals: {kind: unlimited}, stage_mix: {a: 100 %}, sector_mix: {land: 100 %}}
      owns: {name: {en: Own, zh: 自有}, law: own, arrivals: {kind: unlimited}, stage_mix: {b: 100 %}, sector_mix: {chips: 100 %}}
      plains: {name: {en: Plain, zh: 简}, law: plain, arrivals: {kind: unlimited}, stage_mix: {seed: 100 %}, sector_mix: {chips: 100 %}}
      stages: {name: {en: Stages, zh: 阶段}, law: city, arrivals: {kind: unlimited}, stage_mix: {seed: 60 %, c: 40 %}, sector_mix: {chips: 100 %}}
    funds:
      old: {portfolio: {streams: [], tickets_per_year: [0]}}
      pacing: {raising: null}
      busy:
        name: {en: Busy, zh: 忙}
        starts: 2025-Q4
        investors:
          treasury: {class: city_fiscal, commitment: 3 亿元, source_of_funds: general_budget}
          social: {class: social_capital, commitment: 7 亿元}
        portfolio:
          period: 2 years
          streams: [tails, tables, owns, plains, stages, stages, stages]
          tickets_per_year: [14]
          tickets: {seed: {ticket: 800 万元}, a: {ticket: 1000 万元}, b: {ticket: 1500 万元}, c: {ticket: 1500 万元}}
          follow_on: {reserve: 10 %}
          redemption: {after: 2 years}
        life: {term: 5 years}
    public_money: {city: {budget: {per_year: {2025: 1 亿元, 2027: 5000 万元}}}}

    """
}
