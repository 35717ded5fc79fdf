// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// Local investment of a fund by kind and quarter, fen, before weights and limits.
private struct LocalTally {
  var fen: [[Double]]
  /// Whether some of it is not modelled company by company.
  var isVeiled = false

  init(quarters: Int) {
    fen = ReinvestmentPlan.Kind.allCases.map { _ in Array(repeating: 0, count: quarters) }
  }

  mutating func add(_ amount: Double, _ kind: ReinvestmentPlan.Kind, in quarter: Int) {
    fen[kind.rawValue][quarter] += amount
  }
}

/// What a fund brought back to the region, on one replicate.
///
/// After each quarter `recognised = Σ over kinds of min(most · base, weight · fen so far)`, and the multiple is
/// `recognised / base`; it never falls. What was held before the grid counts in its first quarter.
///
/// No money counts twice. A fund's tickets are its own investment. What others put into a round is the round less the
/// tickets of all funds of the scenario in it, and is divided between these in proportion to their tickets, to the fen:
/// over all funds it is the round's other money once. It is known of the round in which a company first came to the funds
/// of the scenario; of later rounds the kernel keeps only the sum, so they attract nothing here. A sub-fund's investment
/// counts for its owners by their stakes. Source of what is recognised: as for `ReinvestmentClause`.
extension ReplicateMeasures {
  /// The multiple in the end and by the deadline, and when what is asked for was reached.
  mutating func takeReinvestment(_ entity: Int, fund: Int, from kernel: borrowing ReplicateKernel) {
    guard let clause = plan.reinvestments.isEmpty ? nil : plan.reinvestments[fund] else { return }
    let base = base(of: clause, fund: fund, from: kernel)
    guard base > 0 else { return }
    var tally = LocalTally(quarters: plan.quarters)
    addLocal(fund, weight: 1, isOwn: true, clause, to: &tally, from: kernel)
    guard !tally.isVeiled else { return }
    let multiples = multiples(tally, clause, base: base)
    let reached = multiples.firstIndex { $0 * base + 0.5 >= clause.multiple * base }
    set(.reinvestmentMultiple, entity, multiples[plan.quarters - 1])
    let isKnown = clause.deadline < plan.quarters
    set(.reinvestmentByDeadline, entity, isKnown && clause.deadline >= 0 ? multiples[clause.deadline] : nil)
    let isMet = reached.map { $0 <= max(0, clause.deadline) } ?? false
    set(.reinvestmentMet, entity, isMet ? 1 : isKnown ? 0 : nil)
    set(.reinvestmentReachedAfter, entity, reached.map { Double($0 + 1 - plan.funds[fund].start) / 4 })
  }

  /// Fen of commitments that closed and that a clause is reckoned against: nothing where the fund is not formed.
  private func base(of clause: ReinvestmentPlan, fund: Int, from kernel: borrowing ReplicateKernel) -> Double {
    guard !clause.investors.isEmpty else { return publicCommitment(fund, from: kernel) }
    return clause.investors.reduce(0) { $0 + Double(kernel.partyStates[$1].closed) }
  }

  /// Fen that public investors committed to a fund, also through the funds above it, by the shares of commitments there.
  private func publicCommitment(_ fund: Int, from kernel: borrowing ReplicateKernel) -> Double {
    var fen = 0.0
    for party in plan.funds[fund].parties {
      let own = Double(kernel.partyStates[party].closed)
      let owner = plan.parties[party].owner
      if plan.parties[party].investorClass.publicLevel != nil {
        fen += own
      } else if owner >= 0, own > 0 {
        let whole = plan.funds[owner].parties.reduce(0) { $0 + kernel.partyStates[$1].closed }
        fen += own * publicCommitment(owner, from: kernel) / Double(max(1, whole))
      }
    }
    return fen
  }

  /// The multiple recognised after each quarter.
  private func multiples(_ tally: LocalTally, _ clause: ReinvestmentPlan, base: Double) -> [Double] {
    var sums = tally.fen.map { _ in 0.0 }
    return (0..<plan.quarters).map { quarter in
      var recognised = 0.0
      for kind in sums.indices {
        sums[kind] += tally.fen[kind][quarter]
        recognised += min(clause.most[kind] * base, clause.weights[kind] * sums[kind])
      }
      return recognised / base
    }
  }

  /// Adds what a fund bought of local companies, for `weight` of it, and what the funds below it did.
  private func addLocal(
    _ fund: Int, weight: Double, isOwn: Bool, _ clause: ReinvestmentPlan, to tally: inout LocalTally,
    from kernel: borrowing ReplicateKernel
  ) {
    if plan.funds[fund].isPacing, kernel.funds[fund].invested > 0 { tally.isVeiled = true }
    for holding in kernel.holdings.indices where kernel.holdings[holding].fund == fund {
      let state = kernel.holdings[holding]
      guard kernel.companies[state.company].isLocal else { continue }
      let quarter = min(plan.quarters - 1, max(0, Int(state.bought * 4 + 1e-9)))
      tally.add(weight * Double(state.cost), isOwn ? .own : .subFund, in: quarter)
      if clause.weights[ReinvestmentPlan.Kind.attracted.rawValue] > 0 {
        tally.add(weight * Double(attracted(by: holding, from: kernel)), .attracted, in: quarter)
      }
    }
    for party in plan.fundTables[fund].interests {
      let other = plan.parties[party].fund
      guard kernel.funds[other].paidIn > 0 else { continue }
      let part = Double(kernel.stakes[party]) / Double(kernel.funds[other].paidIn)
      addLocal(other, weight: weight * part, isOwn: false, clause, to: &tally, from: kernel)
    }
  }

  /// Fen of others in the round in which a holding was bought, as far as they fall on it: what is left of the round,
  /// divided between all tickets of funds of the scenario in it. Nothing for further rounds, or where somebody held the
  /// company before the grid.
  func attracted(by holding: Int, from kernel: borrowing ReplicateKernel) -> Int64 {
    let company = kernel.companies[kernel.holdings[holding].company]
    guard kernel.holdings[holding].bought <= company.entered else { return 0 }
    var tickets: [Int64] = []
    var place = -1
    var other = company.firstHolding
    while other >= 0 {
      let state = kernel.holdings[other]
      if state.isOpening { return 0 }
      if state.bought <= company.entered {
        if other == holding { place = tickets.count }
        tickets.append(state.cost)
      }
      other = state.next
    }
    let others = max(0, Money.nearestFen(company.roundSize * 100) - tickets.reduce(0, +))
    return Money(fen: others).split(by: tickets)[place].fen
  }

  /// Shares of a fund's first tickets, by cost, in companies that its mandate counts; opening holdings count too.
  mutating func takeShares(_ entity: Int, fund: Int, from kernel: borrowing ReplicateKernel) {
    guard hasMandate[fund], plan.wants.asks(HeadlineMetric.ofMandate) else { return }
    var whole: Int64 = 0
    for holding in kernel.holdings.indices where kernel.holdings[holding].fund == fund {
      let state = kernel.holdings[holding]
      if state.isOpening || state.bought <= kernel.companies[state.company].entered { whole += state.cost }
    }
    guard whole > 0 else { return }
    let state = kernel.funds[fund]
    set(.earlyShare, entity, Double(state.earlyCost) / Double(whole))
    set(.smallShare, entity, Double(state.smallCost) / Double(whole))
    set(.hardTechShare, entity, Double(state.hardTechCost) / Double(whole))
    set(.localShare, entity, Double(state.localCost) / Double(whole))
  }
}
