// SPDX-License-Identifier: GPL-3.0-or-later

/// A number of a fund on all replicates, each known as a range: what a rule about results is judged by.
public struct SimulatedRange: Hashable, Sendable {
  /// Lower ends, rising.
  public let least: [Double]
  /// Upper ends, rising.
  public let most: [Double]
  /// All replicates of the run, also those that do not have the number.
  public let replicates: Int
  /// The share of replicates that a rule allows: those that it allows for certain, and those that it may allow; set by the
  /// rule that judged it.
  public var allowed: ClosedRange<Double>?

  /// Ranges by replicate that has one, of so many replicates in all where there are more; nothing where there are none.
  public init?(least: [Double], most: [Double], of replicates: Int? = nil) {
    guard !least.isEmpty, least.count == most.count else { return nil }
    self.least = least.sorted()
    self.most = most.sorted()
    self.replicates = replicates ?? least.count
  }

  /// The same number on each replicate as both ends.
  public init?(_ numbers: [Double], of replicates: Int? = nil) {
    self.init(least: numbers, most: numbers, of: replicates)
  }

  /// The medians of both ends: the lower of the two middle values where their number is even.
  public var median: ClosedRange<Double> {
    let middle = (least.count - 1) / 2
    return min(least[middle], most[middle])...most[middle]
  }

  /// The range with the share of replicates that a rule allows, where what is allowed lies on one side of a bound.
  ///
  /// - Parameters:
  ///   - isUpward: Whether it allows the numbers above a bound, not those below.
  ///   - isAllowed: Whether the rule allows a number.
  /// - Returns: The same numbers with `allowed` set.
  func judged(isUpward: Bool, by isAllowed: (Double) -> Bool) -> SimulatedRange {
    let certain = share(of: isUpward ? least : most, isAllowed)
    let possible = share(of: isUpward ? most : least, isAllowed)
    var judged = self
    judged.allowed = min(certain, possible)...possible
    return judged
  }

  private func share(of ends: [Double], _ isAllowed: (Double) -> Bool) -> Double {
    Double(ends.count(where: isAllowed)) / Double(ends.count)
  }
}
