// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// How a level of government stands behind its contributions, in numbers.
struct FinancePlan: Sendable {
  /// Its investors that pay from yearly budgets, from special bonds, from debt of their own.
  var budgetParties: [Int]
  var bondParties: [Int]
  var debtParties: [Int]
  /// What the budget releases; nothing where there is no budget.
  var releases: [BudgetRelease]?
  var bond: BondPlan?
  var platform: PlatformPlan?
  var grant: AlternativeUse?
  var subsidy: AlternativeUse?
  var reserve: AlternativeUse?
  var exit: ExitPlan?
  /// Fen that its first losses can cost it.
  var firstLosses: Int64

  struct BondPlan: Sendable {
    var coupon: Double
    var payments: Int
    var tenor: Int
  }

  struct PlatformPlan: Sendable {
    /// Yuan.
    var assets: Double
    var debt: Double
    var spread: Double
    var redLine: Double
  }

  struct ExitPlan: Sendable {
    /// Years.
    var delay: Double
    var floor: Double
  }
}

extension MemberResolver {
  /// Adds to each entity of public money what stands behind it, where the scenario says so.
  func finances(_ entities: inout [EntityPlan]) -> [FinancePlan] {
    var all: [FinancePlan] = []
    for entity in entities.indices where entities[entity].kind == .publicMoney {
      let own = entities[entity].parties
      let level = entities[entity].level
      guard let about = resolver.scenario.publicMoney.first(where: { $0.level == level }) else { continue }
      entities[entity].finances = all.count
      all.append(finance(about, own))
    }
    return all
  }

  private func finance(_ about: PublicFinances, _ own: [Int]) -> FinancePlan {
    let values = resolver.values
    func paying(_ wanted: Set<SourceOfFunds>) -> [Int] {
      own.filter { wanted.contains(sources[parties[$0].source].source) }
    }
    return FinancePlan(
      budgetParties: paying(SourceOfFunds.budgets), bondParties: paying([.specialBond]),
      debtParties: paying([.soeDebt]), releases: about.budget.map(releases),
      bond: about.bond.map {
        .init(coupon: values($0.coupon), payments: $0.interestPaid.perYear, tenor: max(1, values.quarters($0.tenor)))
      },
      platform: about.platform.map(platform),
      grant: about.alternatives.grant.map(transfer), subsidy: about.alternatives.subsidy.map(transfer),
      reserve: about.alternatives.reserve.map { .reserve(perYear: values($0)) },
      exit: about.exit.map {
        .init(delay: values($0.decision) + values($0.appraisal) + values($0.listing), floor: values($0.floor))
      },
      firstLosses: firstLosses(own))
  }

  /// The balance sheet of the enterprises of a level.
  func platform(_ about: PlatformTerms) -> FinancePlan.PlatformPlan {
    .init(
      assets: Double(resolver.values(about.assets)) / 100, debt: Double(resolver.values(about.debt)) / 100,
      spread: resolver.values(about.spread), redLine: resolver.values(about.redLine))
  }

  /// Limits of the first losses that some investors stand behind, at the commitments of the design, and their part of those
  /// that funds do in which they have commitments.
  private func firstLosses(_ own: [Int]) -> Int64 {
    func part(_ fund: Int) -> Double {
      var sum = 0.0
      for party in funds[fund].parties { sum += Double(parties[party].commitment) * part(ofInvestor: party) }
      return funds[fund].commitment > 0 ? sum / Double(funds[fund].commitment) : 0
    }
    func part(ofInvestor party: Int) -> Double {
      own.contains(party) ? 1 : parties[party].owner >= 0 ? part(parties[party].owner) : 0
    }
    let losses = concessionPlans.filter { $0.form == .firstLoss }
    return losses.reduce(0) { sum, loss in
      sum + Int64(Double(Int64(Double(funds[loss.fund].commitment) * loss.limit)) * part(ofInvestor: loss.giver))
    }
  }

  private func transfer(_ about: TransferReturn) -> AlternativeUse {
    .transfer(
      perYear: resolver.values(about.perYear), delay: resolver.values.quarters(about.delay),
      quarters: resolver.values.quarters(about.lasts))
  }

  /// Releases of every quarter of the grid, by year: all at the approval, or in equal parts from it to the year's end, of
  /// which the grid may lack the first.
  func releases(_ about: BudgetTerms) -> [BudgetRelease] {
    let time = resolver.scenario.time
    let approved = resolver.values(about.approved)
    let carried = resolver.values(about.carryOver)
    return (0..<time.quarters).compactMap { quarter in
      let date = time.start.advanced(by: quarter)
      guard date.ofYear >= approved else { return nil }
      let stated = about.years.isEmpty ? about.amounts.indices.first : about.years.firstIndex(of: date.year)
      guard let stated else { return nil }
      let whole = resolver.values(about.amounts[stated])
      let fen: Int64
      switch about.release {
      case .atOnce: fen = date.ofYear == approved ? whole : 0
      case .byQuarter:
        let parts = Int64(5 - approved)
        let before = Int64(date.ofYear - approved)
        fen = whole * (before + 1) / parts - whole * before / parts
      }
      guard fen > 0 else { return nil }
      return BudgetRelease(quarter: quarter, expires: quarter + 4 - date.ofYear + 4 * carried, fen: fen)
    }
  }
}
