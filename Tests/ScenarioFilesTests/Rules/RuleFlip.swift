// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel

/// A change of the lawful scenario that breaks one rule.
struct RuleFlip: CustomStringConvertible, Sendable {
  /// The rule.
  var rule: String
  /// What the breach means.
  var severity: RuleSeverity
  /// What makes the rule apply and still holds.
  var neutral: [String] = []
  /// What breaks it.
  var broken: String
  /// The place that the finding names.
  var path: String
  /// Other rules that the same act breaks.
  var also: Set<String> = []

  var description: String { rule }

  /// One for every rule.
  static let all: [RuleFlip] = [
    RuleFlip(
      rule: "R01",
      severity: .forbidden,
      broken: "\(g)purposes=[innovation, investment_promotion]",
      path: "\(g)purposes.1"),
    RuleFlip(
      rule: "R02",
      severity: .limited,
      broken: "\(g)reinvestment_ratio=1.2",
      path: "\(g)reinvestment_ratio"),
    RuleFlip(
      rule: "R03",
      severity: .limited,
      broken: "\(g)conditions=[manager_registration]",
      path: "\(g)conditions.0"),
    RuleFlip(
      rule: "R04",
      severity: .forbidden,
      neutral: ["\(g)level=county", approvals(with: [.upperGovernment])],
      broken: approvals(),
      path: "\(g)approvals"),
    RuleFlip(
      rule: "R05",
      severity: .limited,
      neutral: [second],
      broken: "funds.g.portfolio.mandate.sectors=[chips]",
      path: "funds.f.portfolio.mandate.sectors"),
    RuleFlip(
      rule: "R06",
      severity: .forbidden,
      broken: "\(g)layers=3",
      path: "\(g)layers"),
    RuleFlip(
      rule: "R07",
      severity: .limited,
      neutral: ["\(g)level=county", approvals(with: [.upperGovernment])],
      broken: "\(g)new_manager=true",
      path: "\(g)new_manager"),
    RuleFlip(
      rule: "R08",
      severity: .limited,
      broken: "funds.f.fees.management=[{until: 10 years, base: committed, rate: 1 %}]",
      path: "funds.f.fees.management.0.base"),
    RuleFlip(
      rule: "R09",
      severity: .advice,
      broken: charter(without: [.wholeFundAssessment]),
      path: "\(g)charter"),
    RuleFlip(
      rule: "R10",
      severity: .advice,
      broken: charter(without: [.selfDealingBan]),
      path: "\(g)charter"),
    RuleFlip(
      rule: "R11",
      severity: .forbidden,
      broken: "\(g)funding=[forced_on_enterprises]",
      path: "\(g)funding.0"),
    RuleFlip(
      rule: "R12",
      severity: .forbidden,
      broken: "\(g)promises=[guaranteed_exit]",
      path: "\(g)promises.0",
      also: ["R33"]),
    RuleFlip(
      rule: "R13",
      severity: .advice,
      broken: "funds.f.investors.enterprise.source_of_funds=state_capital_budget",
      path: "funds.f.investors.enterprise.source_of_funds"),
    RuleFlip(
      rule: "R14",
      severity: .advice,
      broken: "\(g)layers=1",
      path: "\(g)layers"),
    RuleFlip(
      rule: "R15",
      severity: .limited,
      broken: charter(without: [.exitPlan]),
      path: "\(g)charter"),
    RuleFlip(
      rule: "R16",
      severity: .limited,
      broken: "\(g)finance_bureau_decides=true",
      path: "\(g)finance_bureau_decides"),
    RuleFlip(
      rule: "R17",
      severity: .forbidden,
      broken: "\(g)activities=[entrusted_loan]",
      path: "\(g)activities.0"),
    RuleFlip(
      rule: "R18",
      severity: .forbidden,
      broken: "\(g)activities=[real_estate]",
      path: "\(g)activities.0"),
    RuleFlip(
      rule: "R19",
      severity: .forbidden,
      broken: "\(g)promises=[losses_of_others]",
      path: "\(g)promises.0"),
    RuleFlip(
      rule: "R20",
      severity: .forbidden,
      broken: "\(g)activities=[lending]",
      path: "\(g)activities.0"),
    RuleFlip(
      rule: "R21",
      severity: .limited,
      broken: charter(without: [.gainsToTreasury]),
      path: "\(g)charter"),
    RuleFlip(
      rule: "R22",
      severity: .limited,
      broken: charter(without: [.extensionApproval]),
      path: "funds.f.life.extension_count"),
    RuleFlip(
      rule: "R23",
      severity: .advice,
      broken: charter(without: [.unilateralExit]),
      path: "\(g)charter"),
    RuleFlip(
      rule: "R24",
      severity: .limited,
      neutral: ["\(g)direct_state_equity=false"],
      broken: charter(without: [.agreedExitPrice, .appraisedExitPrice]),
      path: "\(g)charter"),
    RuleFlip(
      rule: "R25",
      severity: .limited,
      broken: "\(g)purposes=[]",
      path: "\(g)purposes"),
    RuleFlip(
      rule: "R26",
      severity: .forbidden,
      broken: approvals(without: [.budget]),
      path: "\(g)approvals"),
    RuleFlip(
      rule: "R27",
      severity: .forbidden,
      broken: "compliance.governments.city.unfunded=[debt_service]",
      path: "compliance.governments.city.unfunded.0"),
    RuleFlip(
      rule: "R28",
      severity: .limited,
      neutral: ["time.start=2026-Q2", "funds.f.opening={paid_in: 10 亿元, distributed: 0 元, cash: 2.9 亿元}"],
      broken: "funds.f.opening.cash=3 亿元",
      path: "funds.f.opening.cash"),
    RuleFlip(
      rule: "R29",
      severity: .advice,
      broken: charter(without: [.performanceExit]),
      path: "\(g)charter"),
    RuleFlip(
      rule: "R30",
      severity: .forbidden,
      broken: "\(g)promises=[government_buy_back]",
      path: "\(g)promises.0",
      also: ["R12", "R33"]),
    RuleFlip(
      rule: "R31",
      severity: .forbidden,
      neutral: ["\(g)kind=industry"],
      broken: "funds.f.portfolio.concentration_limit=25 %",
      path: "funds.f.portfolio.concentration_limit"),
    RuleFlip(
      rule: "R32",
      severity: .limited,
      broken: "\(g)agreed_fields_minimum=50 %",
      path: "\(g)agreed_fields_minimum"),
    RuleFlip(
      rule: "R33",
      severity: .forbidden,
      broken: "\(g)activities=[futures]",
      path: "\(g)activities.0",
      also: ["R18"]),
    RuleFlip(
      rule: "R34",
      severity: .forbidden,
      broken: "\(g)catalogue_classes=[encouraged, restricted]",
      path: "\(g)catalogue_classes.1"),
    RuleFlip(
      rule: "R35",
      severity: .limited,
      broken: "\(g)conditions=[relocation]",
      path: "\(g)conditions.0"),
    RuleFlip(
      rule: "R36",
      severity: .limited,
      broken: "\(g)list_changes=2",
      path: "\(g)list_changes"),
    RuleFlip(
      rule: "R37",
      severity: .forbidden,
      broken: approvals(without: [.developmentReformConsultation]),
      path: "\(g)approvals"),
    RuleFlip(
      rule: "R38",
      severity: .limited,
      neutral: ["\(g)established=2020-01-01"],
      broken: approvals(without: [.provincialList]),
      path: "\(g)approvals"),
    RuleFlip(
      rule: "R39",
      severity: .limited,
      broken: "funds.f.investors.bank.commitment=41 亿元",
      path: "funds.f.investors"),
    RuleFlip(
      rule: "R40",
      severity: .limited,
      broken: "\(g)product_layers=2",
      path: "\(g)product_layers"),
    RuleFlip(
      rule: "R41",
      severity: .forbidden,
      broken: "\(g)senior_to_junior=1.5",
      path: "\(g)senior_to_junior"),
    RuleFlip(
      rule: "R42",
      severity: .limited,
      broken: charter(without: [.feeFromGains]),
      path: "\(g)charter"),
    RuleFlip(
      rule: "R43",
      severity: .advice,
      broken: "\(g)evaluation_filed_after=7 months",
      path: "\(g)evaluation_filed_after"),
    RuleFlip(
      rule: "R44",
      severity: .limited,
      broken:
        "\(g)evaluation={new_productive_share: 0 %, new_results: 0, conversion: false, bottlenecks: 0, private_share: 0 %, contribution_rank: 100 %, key_fields: 0, regional_strategy: false, key_field_share: 0 %}",
      path: "\(g)evaluation"),
    RuleFlip(
      rule: "R45",
      severity: .forbidden,
      broken: "\(p)restrictions=[forced_registration]",
      path: "\(p)restrictions.0"),
    RuleFlip(
      rule: "R46",
      severity: .forbidden,
      broken: "\(p)restrictions=[price_interference]",
      path: "\(p)restrictions.0"),
    RuleFlip(
      rule: "R47",
      severity: .forbidden,
      broken: "\(k)conditions=[purchase]",
      path: "\(k)conditions.0"),
    RuleFlip(
      rule: "R48",
      severity: .forbidden,
      neutral: ["\(k)basis=[]"],
      broken: "\(k)open_to_all=false",
      path: "\(k)legal_basis"),
    RuleFlip(
      rule: "R49",
      severity: .forbidden,
      broken: "\(k)basis=[local_tax]",
      path: "\(k)basis.0"),
    RuleFlip(
      rule: "R50",
      severity: .limited,
      neutral: ["\(k)signed=2020-05-01", "\(k)support=[tax_preference]", "\(k)state=stopped"],
      broken: "\(k)state=active",
      path: "\(k)legal_basis"),
    RuleFlip(
      rule: "R51",
      severity: .advice,
      broken: "\(p)national_list.forbidden=[fiscal_reward]",
      path: "\(k)support.0"),
    RuleFlip(
      rule: "R52",
      severity: .forbidden,
      broken: "\(k)backing=[comfort_letter]",
      path: "\(k)backing.0"),
    RuleFlip(
      rule: "R53",
      severity: .forbidden,
      neutral: ["\(k)land.priority=true", "\(k)land.price_to_minimum=0.7"],
      broken: "\(k)land.price_to_minimum=0.6",
      path: "\(k)land.price_to_minimum"),
    RuleFlip(
      rule: "R54",
      severity: .advice,
      broken: "\(k)land.idle=1 year",
      path: "\(k)land.idle"),
    RuleFlip(
      rule: "R55",
      severity: .forbidden,
      broken: "\(p)agent_rewards.improper_recipients=[civil_servant]",
      path: "\(p)agent_rewards.improper_recipients.0"),
    RuleFlip(
      rule: "R56",
      severity: .advice,
      neutral: [approvals(with: [.specialBondPilot])],
      broken: "funds.f.investors.treasury.source_of_funds=special_bond",
      path: "funds.f.investors.treasury.source_of_funds"),
    RuleFlip(
      rule: "R57",
      severity: .limited,
      broken: charter(without: [.exchangeListing]),
      path: "\(g)charter"),
    RuleFlip(
      rule: "R58",
      severity: .limited,
      broken: "\(p)reporting.unfounded=1",
      path: "\(p)reporting.unfounded"),
  ]

  /// A second fund of the same city, in another sector.
  private static let second = """
    funds={g: {name: {en: G, zh: 乙}, starts: 2026-Q1, investors: {treasury: {class: city_fiscal, commitment: 1 亿元}}, \
    portfolio: {tickets_per_year: [1], tickets: {seed: {ticket: 500 万元}}, streams: [any], mandate: {sectors: [drugs]}, \
    concentration_limit: 20 %}, fees: {management: [{until: 5 years, base: paid_in, rate: 1 %}]}, \
    governance: {level: city}}}
    """

  /// The charter of the lawful fund without some provisions.
  private static func charter(without missing: [CharterProvision]) -> String {
    let all = CharterProvision.allCases.filter { ![.agreedRecycling, .transitionPlan].contains($0) }
    return "\(g)charter=[\(all.filter { !missing.contains($0) }.map(\.rawValue).joined(separator: ", "))]"
  }

  /// The approvals of the lawful fund without some, or with more.
  private static func approvals(without missing: [FundApproval] = [], with more: [FundApproval] = []) -> String {
    let all: [FundApproval] = [
      .ownGovernment, .budget, .fiscalCapacityAssessment, .developmentReformConsultation, .provincialList,
    ]
    return "\(g)approvals=[\((all.filter { !missing.contains($0) } + more).map(\.rawValue).joined(separator: ", "))]"
  }

  private static let g = "funds.f.governance."
  private static let p = "compliance.promotion."
  private static let k = "compliance.promotion.packages.p."
}
