// SPDX-License-Identifier: GPL-3.0-or-later

/// The benchmark fund as a scenario file.
enum Benchmark {
  static let text = """
    guidefund: 1
    name: {en: Benchmark fund, zh: 基准基金}
    summary: {en: A yardstick for speed and correctness., zh: 速度与正确性的标尺。}
    time: {start: 2025-Q1, length: 15 years}
    run: {uncertainty: off}
    economy:
      common_factor: {persistence: 0.9}
      sectors:
        general:
          name: {en: General, zh: 综合}
          factor_weight: 100 %
          growth: 6.183654654535962 %
          volatility: 25 %
    company_laws:
      benchmark: {preset: benchmark}
    candidate_streams:
      all:
        name: {en: All, zh: 全部}
        law: benchmark
        stage_mix: {seed: 70 %, a: 30 %}
        sector_mix: {general: 100 %}
        rounds: {seed: {size: 1 亿元, sigma: 0}, a: {size: 1 亿元, sigma: 0}}
    funds:
      fund:
        name: {en: Fund, zh: 基金}
        starts: 2025-Q1
        investors:
          city: {class: city_fiscal, commitment: 4 亿元, source_of_funds: general_budget}
          social: {class: social_capital, commitment: 6 亿元}
        calls: {method: as_needed, offset: gross}
        portfolio:
          period: 5 years
          streams: [all]
          tickets_per_year: [8]
          tickets: {seed: {ticket: 2000 万元}, a: {ticket: 2000 万元}}
        fees:
          management:
            - {until: 5 years, base: committed, rate: 2 %}
            - {until: 10 years, base: invested_cost, rate: 2 %}
          set_up: 0 元
          custody: 0 %
          fixed_per_year: 0 元
        waterfall: {hurdle: {rate: 8 %, compounding: quarterly}, catch_up: 100 %, carry: 20 %}
        life: {term: 12 years, extension_count: 0, rest: sale, sale_discount: 30 %}
    """
}
