// SPDX-License-Identifier: GPL-3.0-or-later

/// Interest and principal of bonds that are issued at par for what a fund calls, and repaid in one sum.
///
/// They fall due whatever the fund earns. Interest is paid `payments` times a year on the whole amount; a last period that
/// is shorter pays its part.
public struct BondSchedule: Hashable, Sendable {
  /// Fen of interest and principal due, per quarter of the grid.
  public private(set) var service: [Int64]
  /// Fen of interest among them.
  public private(set) var interest: Int64 = 0
  /// Fen of principal that falls due after the grid.
  public private(set) var outstanding: Int64 = 0
  /// Fen of interest that has grown on it since it was last paid.
  public private(set) var accrued: Int64 = 0

  /// The schedule of several issues.
  /// - Parameters:
  ///   - issues: Fen issued, per quarter.
  ///   - coupon: Interest a year.
  ///   - payments: How often interest is paid in a year: 1, 2 or 4 times.
  ///   - tenor: Quarters from issue to repayment, at least 1.
  /// - Complexity: O(issues × payments).
  public init(issues: [Int64], coupon: Double, payments: Int, tenor: Int) {
    precondition([1, 2, 4].contains(payments) && tenor >= 1)
    service = Array(repeating: 0, count: issues.count)
    let period = 4 / payments
    for quarter in issues.indices where issues[quarter] > 0 {
      let due = quarter + tenor
      var paidUntil = quarter
      for date in stride(from: quarter + period, to: due, by: period) where date < issues.count {
        add(interest: issues[quarter], coupon, quarters: period, at: date)
        paidUntil = date
      }
      if due < issues.count {
        add(interest: issues[quarter], coupon, quarters: due - paidUntil, at: due)
        service[due] += issues[quarter]
      } else {
        outstanding += issues[quarter]
        accrued += BondSchedule.interest(issues[quarter], coupon, quarters: issues.count - 1 - paidUntil)
      }
    }
  }

  private mutating func add(interest principal: Int64, _ coupon: Double, quarters: Int, at date: Int) {
    let amount = BondSchedule.interest(principal, coupon, quarters: quarters)
    service[date] += amount
    interest += amount
  }

  private static func interest(_ principal: Int64, _ coupon: Double, quarters: Int) -> Int64 {
    Int64((Double(principal) * coupon * Double(quarters) / 4).rounded(.toNearestOrEven))
  }

  /// The most by which debt service has run ahead of what the bond money brought back, at the end of a quarter, fen: what
  /// other budgets must find.
  /// - Parameter receipts: Fen received for the bond money, per quarter.
  /// - Returns: Fen, at least 0.
  public func largestGap(receipts: [Int64]) -> Int64 {
    var (gap, largest) = (Int64(0), Int64(0))
    for quarter in service.indices {
      gap += service[quarter] - receipts[quarter]
      largest = max(largest, gap)
    }
    return largest
  }
}
