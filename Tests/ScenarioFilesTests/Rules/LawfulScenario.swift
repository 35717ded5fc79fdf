// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Simulation
import Testing

@testable import ScenarioFiles

/// A scenario of 2026 that gives every fact and breaks no rule.
enum LawfulScenario {
  static let text = """
    guidefund: 1
    name: {en: Lawful, zh: 合规}
    time: {start: 2026-Q1, length: 14 years}
    economy: {sectors: {chips: {name: {en: Chips, zh: 芯片}}, drugs: {name: {en: Drugs, zh: 医药}}}}
    company_laws: {certain: {kind: multiple, multiple: {kind: fixed, multiple: 1}, holding_time: {kind: fixed, time: 5 years}}}
    candidate_streams:
      any: {name: {en: Any, zh: 任意}, law: certain, arrivals: {kind: unlimited}, stage_mix: {seed: 100 %}, sector_mix: {chips: 50 %, drugs: 50 %}}
    funds:
      f:
        name: {en: Fund, zh: 基金}
        starts: 2026-Q1
        investors:
          treasury: {class: city_fiscal, commitment: 4 亿元, source_of_funds: general_budget}
          enterprise: {class: state_owned_enterprise, commitment: 1 亿元, source_of_funds: soe_equity}
          bank: {class: bank, commitment: 5 亿元, source_of_funds: own_funds}
        portfolio:
          period: 5 years
          streams: [any]
          tickets_per_year: [4]
          tickets: {seed: {ticket: 1000 万元}}
          mandate: {sectors: [chips]}
          concentration_limit: 20 %
        fees: {management: [{until: 5 years, base: paid_in, rate: 1 %}, {until: 10 years, base: invested_cost, rate: 1 %}]}
        life: {term: 10 years, extension_count: 1}
        governance:
          established: 2026-01-15
          kind: venture
          level: city
          purposes: [innovation]
          approvals: [own_government, budget, fiscal_capacity_assessment, development_reform_consultation, provincial_list]
          charter: [whole_fund_assessment, loss_tolerance, due_diligence, self_dealing_ban, exit_plan, gains_to_treasury, extension_approval, unilateral_exit, agreed_exit_price, appraised_exit_price, exchange_listing, performance_exit, fee_from_gains]
          activities: []
          promises: []
          conditions: []
          funding: []
          catalogue_classes: [encouraged]
          local_rules: [guangdong]
          finance_bureau_decides: false
          new_manager: false
          direct_state_equity: true
          layers: 2
          product_layers: 1
          senior_to_junior: 1
          reinvestment_ratio: 1
          agreed_fields_minimum: 60 %
          evaluation_filed_after: 6 months
          list_changes: 1
          evaluation:
            new_productive_share: 80 %
            new_results: 6
            conversion: true
            bottlenecks: 1
            market_violations: 0
            carbon_cut: 5 %
            green_share: 25 %
            private_share: 60 %
            contribution_rank: 30 %
            key_fields: 2
            regional_strategy: true
            key_field_share: 90 %
            capacity_use: 1.1
            asset_turnover: 1
            manager_strengths: [senior_team, risk_control, credit_record, reporting]
    compliance:
      governments: {city: {unfunded: []}}
      promotion:
        restrictions: []
        agent_rewards: {procured: true, improper_recipients: []}
        reporting: {sampled: true, unfounded: 0}
        national_list: {in_force: 2026-03-01, forbidden: [licence]}
        packages:
          p:
            name: {en: Package, zh: 方案}
            signed: 2026-02-01
            support: [fiscal_reward]
            basis: [jobs]
            conditions: []
            backing: []
            legal_basis: false
            open_to_all: true
            reviewed: true
            state: active
            land: {price_to_minimum: 1, priority: false, practices: [], idle: 0 years}
    """

  /// The scenario with settings laid over it.
  static func load(_ sets: [String] = []) throws -> Scenario {
    let folder = try TemporaryFolder(["scenario.yaml": text])
    return try ScenarioFile.load(folder.path, metrics: .sample, sets: sets).model
  }

  /// How the rules stand for it, on a day if one is given.
  static func findings(_ sets: [String] = [], on day: CalendarDate? = nil) throws -> [RuleFinding] {
    let scenario = try load(sets)
    return RuleBook.shipped.judge(scenario, on: day, outcomes: FundOutcome.facts(of: scenario))
  }
}
