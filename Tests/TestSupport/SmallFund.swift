// SPDX-License-Identifier: GPL-3.0-or-later

/// A small fund as scenario text, for tests that change one thing at a time.
public enum SmallFund {
  /// One city and one social investor, unlimited candidates under the law `law`, eight tickets a year of 2000 万元.
  ///
  /// - Parameters:
  ///   - law: The members of the law, in flow style, such as `{kind: multiple, …}`.
  ///   - fund: Keys of the fund laid over the usual ones, one a line.
  ///   - extra: Further sections of the scenario.
  /// - Returns: The scenario as YAML.
  public static func text(law: String, fund: [String: String] = [:], extra: String = "") -> String {
    var keys = [
      "starts": "2025-Q1",
      "calls": "{method: as_needed, offset: gross}",
      "fees":
        "{management: [{until: 5 years, base: committed, rate: 0 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}",
      "waterfall": "{kind: european, hurdle: null, catch_up: 0 %, carry: 0 %}",
      "life": "{term: 10 years, extension_count: 0, rest: sale, sale_discount: 0 %}",
      "manager": "{name: {en: Manager, zh: 管理人}, skill: 0}",
      "portfolio":
        "{kind: companies, period: 5 years, streams: [any], tickets_per_year: [8], tickets: {seed: {ticket: 2000 万元}}, "
        + "mandate: {early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 0 %}, concentration_limit: 20 %}",
      "investors":
        "{city: {class: city_fiscal, commitment: 4 亿元, source_of_funds: general_budget}, "
        + "social: {class: social_capital, commitment: 6 亿元, source_of_funds: own_funds}}",
    ]
    keys.merge(fund) { $1 }
    let lines = keys.sorted { $0.key < $1.key }.map { "    \($0.key): \($0.value)" }.joined(separator: "\n")
    return """
      guidefund: 1
      name: {en: Small fund, zh: 小基金}
      time: {start: 2025-Q1, length: 15 years}
      run: {seed: 5, replicates: 100, uncertainty: off}
      economy:
        sectors: {all: {name: {en: All, zh: 全部}, factor_weight: 100 %}}
        discount_rate: 0 %
      company_laws: {law: \(law)}
      candidate_streams:
        any:
          name: {en: Any, zh: 任意}
          law: law
          arrivals: {kind: unlimited}
          stage_mix: {seed: 100 %}
          sector_mix: {all: 100 %}
          local_share: 0 %
          hard_tech_share: 0 %
          rounds: {seed: {size: 2000 万元, sigma: 0}}
          deadweight: 0 %
      funds:
        fund:
          name: {en: Fund, zh: 基金}
      \(lines)
      \(extra)
      """
  }

  /// A law under which every company returns a fixed multiple after a fixed time.
  public static func fixed(_ multiple: Double, years: Double) -> String {
    "{kind: multiple, multiple: {kind: fixed, multiple: \(multiple)}, holding_time: {kind: fixed, time: \(years) years}, "
      + "factor_loading: 0 %, quality_loading: 0 %, time_correlation: 0, max_multiple: 100}"
  }

  /// A law of stages in which chance decides when a stage ends, and little else: no factor, no market, no noise.
  ///
  /// - Parameters:
  ///   - seed: The members of the stage seed, in flow style without braces.
  ///   - more: Further members of the law after a comma, such as `stalled`.
  ///   - stages: Further stages after a comma.
  /// - Returns: The members of the law, in flow style.
  public static func staged(seed: String, more: String = "", stages: String = "") -> String {
    "{kind: staged, factor_loading: 0 %, quality_loading: 0 %, market_beta: 0, max_multiple: 100, "
      + "liquidation_preference: 0, transfer: {median: 1, sigma: 0}, stages: {seed: {\(seed)}\(stages)}\(more)}"
  }
}
