// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel

/// The account of a level of government with all funds and instruments.
extension ReplicateMeasures {
  /// Value held at the opening counts as paid in quarter 0 in the net present value, as in a fund's.
  mutating func takePublic(
    _ entity: Int, _ about: EntityPlan, value: Double, from kernel: borrowing ReplicateKernel
  ) {
    let value = value + instrumentValue(about, from: kernel)
    takeSupport(entity, about, from: kernel)
    sumGrossFlows()
    var held = 0.0
    for fund in plan.funds.indices {
      held += openingValue(about, of: fund, from: kernel)
    }
    for quarter in outlays.indices { outlays[quarter] = contributions[quarter] }
    outlays[0] += held
    set(.conceded, entity, conceded(from: kernel) { part(of: about.parties, behind: $0.giver, from: kernel) } / 100)
    set(.outlay, entity, yuan(paid.reduce(0, +)))
    var outlay = 0.0
    for quarter in 0..<plan.quarters { outlay += contributions[quarter] * plan.economy.discount[quarter] }
    set(.outlayPresentValue, entity, outlay)
    set(.receipts, entity, yuan(received.reduce(0, +)))
    let netPresentValue = discounted() - held + value * plan.economy.discount[plan.quarters - 1]
    set(.netPresentValue, entity, netPresentValue)
    takeMultiples(entity, about, value: value, from: kernel)
    if wants(.jCurveDepth) { set(.jCurveDepth, entity, JCurve(flows.span).depth) }
    if wants(.yearsToPayback) { set(.yearsToPayback, entity, payback(about, from: kernel)) }
    if let gate = plan.gates.firstIndex(where: { $0.level == about.level }) {
      set(.callsPostponed, entity, yuan(kernel.gates[gate].most))
      set(.postponedYears, entity, Double(kernel.gates[gate].quarters) / 4)
    }
    if about.finances >= 0 { takeFinances(entity, about, netPresentValue: netPresentValue, from: kernel) }
  }

  /// Gathers the whole account: funds, instruments and the promotion of capital. Only the first two are capital, of which
  /// multiples are reckoned.
  mutating func gatherAccount(_ entity: Int, _ about: EntityPlan, from kernel: borrowing ReplicateKernel) {
    if !plan.instruments.isEmpty { gatherSupport(about, from: kernel) }
    capital = (paid.reduce(0, +), received.reduce(0, +))
    gatherPromotion(entity, about, from: kernel)
    sumFlows()
  }

  /// Multiples of the capital of a level of government, with what it had paid and received before the grid.
  private mutating func takeMultiples(
    _ entity: Int, _ about: EntityPlan, value: Double, from kernel: borrowing ReplicateKernel
  ) {
    let before = openingAccount(about, from: kernel)
    let multiples = Multiples(
      paidIn: yuan(before.paidIn + capital.paid), distributed: yuan(before.distributed + capital.received),
      netAssetValue: value)
    set(.tvpi, entity, multiples.tvpi)
    set(.dpi, entity, multiples.dpi)
    set(.pLoss, entity, multiples.tvpi.map { $0 < 1 ? 1 : 0 })
  }
}
