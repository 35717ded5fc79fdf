// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Simulation

/// How many targets are met together.
///
/// What they share, the economy above all, moves them together; the probability that all are met lies between that of
/// independent targets, the product, and that of comonotone ones, the least.
public struct JointTargets: Hashable, Sendable {
  /// A probability with 95 % limits, which are simulation error only.
  public struct Chance: Hashable, Sendable {
    /// Replicates in which it happened.
    public var successes: Int
    /// The share of all replicates.
    public var probability: Double
    /// 95 % limits of it.
    public var limits: ClosedRange<Double>

    init(_ successes: Int, of count: Int) {
      let wilson = WilsonInterval(successes: successes, count: count, confidence: 0.95)
      self.successes = successes
      probability = Double(successes) / Double(count)
      limits = wilson.lower...wilson.upper
    }
  }

  /// Replicates.
  public var count: Int
  /// Probability that all are met.
  public var all: Chance
  /// The same with all numbers at their base values.
  public var allAtBase: Double
  /// The product of the probabilities: if the targets were independent.
  public var ifIndependent: Double
  /// The least of the probabilities: if the targets were comonotone, the most that is possible.
  public var ifComonotone: Double
  /// Probability that exactly 0, 1, 2 … are met.
  public var exactly: [Chance]

  /// Counts targets over replicates.
  ///
  /// - Parameters:
  ///   - met: Whether each target is met, target by target and replicate by replicate; at least one of each.
  ///   - base: The same with all numbers at their base values; nothing where that is the same.
  init?(_ met: [[Bool]], base: [[Bool]]?) {
    guard let count = met.first?.count, count > 0 else { return nil }
    let numbers = (0..<count).map { replicate in met.count { $0[replicate] } }
    self.count = count
    exactly = (0...met.count).map { number in Chance(numbers.count { $0 == number }, of: count) }
    all = Chance(numbers.count { $0 == met.count }, of: count)
    let single = met.map { Double($0.count(where: \.self)) / Double(count) }
    ifIndependent = single.reduce(1, *)
    ifComonotone = single.min() ?? 1
    let known = base ?? met
    let certain = known[0].indices.count { replicate in known.allSatisfy { $0[replicate] } }
    allAtBase = Double(certain) / Double(max(1, known[0].count))
  }
}
