// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// Real dated flows of a fund under an agreement.
///
/// **Classes.** Cash is first divided between the groups of classes on equal terms in proportion to what they contributed
/// so far (deal by deal: to that deal), largest remainders first; each group's part then goes through a waterfall of its
/// own, as if it were a fund. So each class pays carried interest by its own terms on its own share, and no class's
/// terms touch another's. With three groups or more, a fen more of cash may cost a group a fen, which is in the nature
/// of largest remainders; with two it cannot.
public struct DatedWaterfall: Sendable {
  /// What was agreed.
  public let agreement: WaterfallAgreement
  /// The waterfall of each group of classes on equal terms.
  public private(set) var groups: [FundWaterfall]
  /// What each group got so far.
  public private(set) var payments: [WaterfallPayment]
  /// What was moved between each group and the manager in the end.
  public private(set) var settlements: [WaterfallSettlement]
  private let groupOfClass: [Int]
  /// By group and deal.
  private var deals: [[DealAccount]]

  /// A fund before its first flow, with so many deals.
  public init(_ agreement: WaterfallAgreement, deals count: Int = 0) {
    self.agreement = agreement
    let (terms, ofClass) = agreement.groups
    groups = terms.map { FundWaterfall(agreement.kind, $0, agreement.safeguards) }
    groupOfClass = ofClass
    deals = groups.map { Array(repeating: $0.newDeal(), count: count) }
    payments = Array(repeating: WaterfallPayment(), count: groups.count)
    settlements = Array(repeating: WaterfallSettlement(), count: groups.count)
  }

  /// Runs all flows in order of their days; those of a day: all contributions, then cash and write-offs as they stand.
  ///
  /// - Parameter flows: In any order.
  /// - Returns: What all groups got together by each flow, in the order of `flows`.
  /// - Complexity: O(n (log n + groups · deals)).
  public mutating func run(_ flows: [WaterfallFlow]) -> [WaterfallPayment] {
    let order = flows.indices.sorted { (flows[$0].date, $0) < (flows[$1].date, $1) }
    var result = [WaterfallPayment](repeating: WaterfallPayment(), count: flows.count)
    var position = 0
    while position < order.count {
      let today = flows[order[position]].date
      if position > 0 { accrue(years: agreement.dayCount.years(from: flows[order[position - 1]].date, to: today)) }
      let ofToday = order[position...].prefix { flows[$0].date == today }
      for flow in ofToday { contribute(flows[flow]) }
      for flow in ofToday {
        result[flow] = distribute(flows[flow])
        writeOff(flows[flow])
      }
      position = ofToday.endIndex
    }
    return result
  }

  /// Settles the accounts when the fund has ended; once.
  public mutating func settle() -> WaterfallSettlement {
    var total = WaterfallSettlement()
    for group in groups.indices {
      settlements[group] = groups[group].settle()
      total += settlements[group]
    }
    return total
  }

  // MARK: Single flows

  private mutating func accrue(years: Double) {
    for group in groups.indices {
      groups[group].accrue(years: years)
      for deal in deals[group].indices { deals[group][deal].accrue(years: years) }
    }
  }

  private mutating func contribute(_ flow: WaterfallFlow) {
    let group = groupOfClass[flow.investorClass]
    if let deal = flow.deal {
      groups[group].contribute(flow.contribution, to: &deals[group][deal])
    } else {
      groups[group].contribute(flow.contribution)
    }
  }

  private mutating func distribute(_ flow: WaterfallFlow) -> WaterfallPayment {
    var total = WaterfallPayment()
    for (group, cash) in flow.distribution.split(by: weights(flow.deal)).enumerated() {
      let payment =
        if let deal = flow.deal {
          groups[group].distribute(cash, from: &deals[group][deal])
        } else {
          groups[group].distribute(cash)
        }
      payments[group] += payment
      total += payment
    }
    return total
  }

  private mutating func writeOff(_ flow: WaterfallFlow) {
    guard let deal = flow.deal, flow.writeOff > .zero else { return }
    let capital = deals.map { $0[deal].unreturnedCapital }
    let loss = min(flow.writeOff, capital.reduce(.zero, +))
    for (group, part) in loss.split(by: capital.map(\.fen)).enumerated() {
      groups[group].writeOff(part, of: &deals[group][deal])
    }
  }

  /// What cash is divided by: contributions to the deal, where it had any, or to the fund.
  private func weights(_ deal: Int?) -> [Int64] {
    let ofDeal = deals.map { accounts in deal.map { accounts[$0].cost.fen } ?? 0 }
    return ofDeal.contains { $0 > 0 } ? ofDeal : groups.map(\.contributed.fen)
  }
}
