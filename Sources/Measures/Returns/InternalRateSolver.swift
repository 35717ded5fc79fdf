// SPDX-License-Identifier: GPL-3.0-or-later

internal import NumericalCore

/// Internal rates of return of evenly spaced flows, for millions of calls.
///
/// `Σ fₖ vᵏ = 0` with `v = 1/(1+r)`. Ordinary flows take Newton's method and a proof that the root is the only one
/// (`InternalRateSolver+Newton`); the rest take the search for all roots (`RootScan`). After the first uses nothing is
/// allocated. Keep one per task.
public struct InternalRateSolver: Sendable {
  private let periodsPerYear: Double
  private var scratch: [Double] = []
  private var found: [Double] = []
  private var latest = InternalRate.none
  var scaled: [Double] = []

  /// A solver for flows so many of which make a year: 4 for quarters.
  ///
  /// - Parameter periodsPerYear: At least 1; sets the range of rates that are searched, see `roots`.
  public init(periodsPerYear: Int = 4) {
    precondition(periodsPerYear >= 1)
    self.periodsPerYear = Double(periodsPerYear)
  }

  /// The rate per period at which the flows have no present value.
  ///
  /// Money paid in is negative. The rate of a year of quarters is `compounded(over: 4)`. Flows that pay in and return
  /// nothing are a total loss; flows that are all received or all zero have no rate. Source: Norstrøm 1972 for the
  /// proof of uniqueness; `InternalRate` for the choice among several.
  ///
  /// - Parameter flows: One per period, in any unit of money, finite; zeros at both ends do no harm.
  /// - Returns: The rate per period and its status; exact to some 1e-15 where the root is simple.
  /// - Complexity: O(n): some five passes in the ordinary case, tens to hundreds otherwise.
  public mutating func solve(_ flows: Span<Double>) -> InternalRate {
    let undiscounted = SidedSums(flows, factor: 1)
    if undiscounted.paidIn == 0 {
      latest = .none
    } else if undiscounted.received == 0 {
      latest = .totalLoss
    } else if let rate = Self.soleRate(of: flows, undiscounted) {
      latest = InternalRate(rate: rate, status: .unique)
    } else {
      latest = searchAll(flows, sum: undiscounted.received - undiscounted.paidIn)
    }
    return latest
  }

  /// The same for an array.
  public mutating func solve(_ flows: [Double]) -> InternalRate { solve(flows.span) }

  /// Every rate per period of the last flows solved, in rising order; empty for `none`, −1 for a total loss.
  ///
  /// Complete for rates from −99.99992 % to 810,000 % a year; beyond that range only if it holds none, or if the one
  /// found is proved to be the only one.
  public var roots: [Double] {
    if latest.status == .several { return found }
    return latest.rate.map { [$0] } ?? []
  }

  private mutating func searchAll(_ flows: Span<Double>, sum: Double) -> InternalRate {
    scratch.removeAll(keepingCapacity: true)
    for position in flows.indices where !(scratch.isEmpty && flows[position] == 0) { scratch.append(flows[position]) }
    let storage = found
    found = []
    found = RootScan.roots(of: EvenFlows(scratch), periodsPerYear: periodsPerYear, reusing: storage)
    for position in found.indices { found[position] = Elementary.expm1(found[position]) }
    found.sort()
    return InternalRate.chosen(from: found, sum: sum)
  }
}
