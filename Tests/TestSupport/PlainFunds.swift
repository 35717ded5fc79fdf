// SPDX-License-Identifier: GPL-3.0-or-later

/// Funds that buy named companies of known fates, without fees and carried interest: every number can be reckoned by hand.
public enum PlainFunds {
  /// A company that returns a fixed multiple after a fixed time.
  public struct Company: Sendable {
    let id: String
    let text: String

    /// - Parameters:
    ///   - id: Its id; its law has the same.
    ///   - multiple: Of what a holding costs.
    ///   - years: From its round to the payment.
    ///   - enters: The day of its round.
    ///   - round: Money of the round.
    ///   - more: Further keys, after a comma.
    public init(
      _ id: String, _ multiple: Double, years: Int, enters: String = "2025-01-01", round: String = "4 亿元",
      more: String = ""
    ) {
      self.id = id
      law = SmallFund.fixed(multiple, years: Double(years))
      text =
        "{name: {en: Company, zh: 企业}, law: \(id), stage: seed, sector: all, enters: \(enters), round_size: \(round)\(more)}"
    }

    let law: String
  }

  /// A fund.
  public struct Fund: Sendable {
    let id: String
    let keys: [String: String]

    /// - Parameters:
    ///   - id: Its id.
    ///   - investors: Its investors in flow style.
    ///   - buys: Companies and tickets in flow style; a fund that buys none holds interests in funds.
    ///   - period: Years of its investment period.
    ///   - more: Further keys of the portfolio of a fund that buys companies, after a comma.
    ///   - keys: Keys laid over the usual ones.
    public init(
      _ id: String, _ investors: [String], buys: [(String, String)] = [], period: Int = 6, more: String = "",
      keys: [String: String] = [:]
    ) {
      self.id = id
      let named = buys.map { "{company: \($0.0), ticket: \($0.1)}" }.joined(separator: ", ")
      let companies =
        "{kind: companies, period: \(period) years, streams: [], tickets_per_year: [0], tickets: {}, concentration_limit: 100 %, "
        + "named: [\(named)]\(more)}"
      let usual = [
        "starts": "2025-Q1", "investors": "{\(investors.joined(separator: ", "))}",
        "calls": "{method: as_needed, offset: gross}",
        "portfolio": buys.isEmpty && more.isEmpty ? "{kind: funds}" : companies,
        "fees":
          "{management: [{until: 1 year, base: committed, rate: 0 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 0 元}",
        "waterfall": "{kind: european, hurdle: null, catch_up: 0 %, carry: 0 %}",
        "life": "{term: 7 years, extension_count: 0, rest: write_off}", "idle_cash_spread": "-50 %",
        "manager": "{name: {en: Manager, zh: 管理人}, skill: 0}",
      ]
      self.keys = usual.merging(keys) { $1 }
    }
  }

  /// A scenario.
  ///
  /// - Parameters:
  ///   - companies: Companies that seek their rounds within the grid.
  ///   - funds: Its funds.
  ///   - metrics: Headline metrics beside the usual ones, after a comma.
  ///   - extra: Further sections.
  /// - Returns: The scenario as YAML.
  public static func text(
    _ companies: [Company], _ funds: [Fund], metrics: String = "", extra: String = ""
  ) -> String {
    let members = companies.map { "  \($0.id): \($0.text)" }.joined(separator: "\n")
    let laws = companies.map { "  \($0.id): \($0.law)" } + ["  double: \(SmallFund.fixed(2, years: 4))"]
    let fundLines = funds.flatMap { fund in
      ["  \(fund.id):", "    name: {en: Fund, zh: 基金}"]
        + fund.keys.sorted { $0.key < $1.key }.map { "    \($0.key): \($0.value)" }
    }
    return """
      guidefund: 1
      name: {en: Plain funds, zh: 简单基金}
      time: {start: 2025-Q1, length: 10 years}
      run: {seed: 1, replicates: 2, uncertainty: off}
      economy:
        sectors: {all: {name: {en: All, zh: 全部}, factor_weight: 100 %}}
        discount_rate: 0 %
      candidate_streams: {}
      company_laws:
      \(laws.joined(separator: "\n"))
      companies: \(companies.isEmpty ? "{}" : "\n" + members)
      funds:
      \(fundLines.joined(separator: "\n"))
      \(extra)
      outputs:
        replicate_entities: [funds, classes, public_money, all]
        replicate_metrics: [irr, npv, tvpi, dpi, nav, moic, loss_ratio, paid_in, distributed, carried_interest, management_fee, receipts, net_present_value, leverage_fund\(metrics)]
        period_entities: [funds, classes, public_money]
        period_metrics: [nav]
      """
  }

  /// An investor of the city's budget, of social capital, or a fund of the scenario.
  public static func city(_ commitment: String) -> String {
    "city: {class: city_fiscal, commitment: \(commitment), source_of_funds: general_budget}"
  }

  /// An investor of social capital.
  public static func social(_ commitment: String) -> String {
    "social: {class: social_capital, commitment: \(commitment), source_of_funds: own_funds}"
  }

  /// A fund of the scenario as an investor.
  public static func owner(_ fund: String, _ commitment: String) -> String {
    "owner: {class: fund, fund: \(fund), commitment: \(commitment)}"
  }
}
