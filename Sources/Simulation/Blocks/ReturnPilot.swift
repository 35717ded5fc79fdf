// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// What the investors that a fund has to win can expect: the internal rate of return of their mean flows over replicates
/// on which everything closes.
///
/// The replicates have numbers of their own at the top of the range, which no run reaches. Numbers stand at their base
/// values. The rate is that of pooled flows, so that it exists where some replicates have none, and large and small
/// outcomes weigh as they do in money.
public enum ReturnPilot {
  /// How many replicates.
  public static let paths = 4096
  /// The first of them.
  public static let first = UInt32.max - UInt32(paths - 1)

  /// The plan, where funds that raise capital know what their investors can expect a year.
  static func informed(_ plan: Plan) -> Plan {
    guard plan.raises else { return plan }
    var certain = plan
    certain.raises = false
    // What funds do for projects does not come back to those who invest in funds.
    certain.promotion = PromotionPlan()
    // Nor does what instruments pay to companies, unless they keep one alive.
    if plan.instruments.allSatisfy({ $0.rescue == nil }) { certain.instruments = [] }
    for fund in certain.funds.indices {
      certain.funds[fund].raising.closings = 0..<0
      certain.funds[fund].hasDues = certain.funds[fund].mayBeUnpaid
    }
    return plan.expecting(expected(certain))
  }

  private static func expected(_ plan: Plan) -> [Double] {
    var kernel = ReplicateKernel(plan)
    var flows = [[Int64]](repeating: Array(repeating: 0, count: plan.quarters), count: plan.funds.count)
    for path in 0..<paths {
      kernel.run(replicate: first + UInt32(path))
      for fund in plan.funds.indices where plan.funds[fund].raising.isUncertain {
        add(fund, of: kernel, plan, to: &flows[fund])
      }
    }
    var solver = InternalRateSolver(periodsPerYear: 4)
    // Without any flow there is nothing to expect; money that never comes back is a rate of −100 %.
    return flows.map { solver.solve($0.map(Double.init)).compounded(over: 4).rate ?? 0 }
  }

  /// Adds what the investors concerned paid and received on a replicate, and what they still have at the end.
  private static func add(_ fund: Int, of kernel: borrowing ReplicateKernel, _ plan: Plan, to flows: inout [Int64]) {
    var left = 0.0
    for party in plan.funds[fund].parties where plan.parties[party].isRaised {
      if !kernel.funds[fund].isClosed { left += kernel.interestValue(party: party) }
      kernel.ledger.add(channel: plan.parties[party].call, to: &flows, sign: -1)
      kernel.ledger.add(channel: plan.parties[party].distribution, to: &flows, sign: 1)
    }
    for concession in plan.funds[fund].concessions where plan.concessions[concession].form == .buyoutOption {
      let isGiver = plan.parties[plan.concessions[concession].giver].isRaised
      for place in plan.concessions[concession].receivers {
        let isReceiver = plan.parties[plan.receivers[place]].isRaised
        if isReceiver { kernel.ledger.add(channel: plan.buyOuts[place], to: &flows, sign: -1) }
        if isGiver { kernel.ledger.add(channel: plan.buyOuts[place], to: &flows, sign: 1) }
      }
    }
    flows[plan.quarters - 1] &+= Money.nearestFen(left)
  }
}

extension Plan {
  /// The plan, where funds that raise capital know a rate each, fund by fund.
  func expecting(_ rates: [Double]) -> Plan {
    precondition(rates.count == funds.count, "a rate for each fund")
    var informed = self
    for fund in funds.indices where funds[fund].raising.isUncertain {
      informed.funds[fund].raising.expected = rates[fund]
    }
    return informed
  }
}

/// What the investors that a fund has to win can expect, beside what they ask for.
public struct ExpectedReturn: Hashable, Sendable {
  /// The id of the fund.
  public var fund: String
  /// From the pilot, a year.
  public var expected: Double
  /// Of the terms, a year, at its base value.
  public var required: Double
}
