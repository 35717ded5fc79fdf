// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Total loss, lognormal body below a threshold, truncated Pareto tail above it.
public struct BodyAndTail: Hashable, Sendable {
  /// Probability of a total loss.
  public var totalLoss: Sourced<Share>

  /// The law below the threshold, conditional on lying there.
  public var body: LogNormalLaw

  /// Probability of the tail.
  public var tail: Sourced<Share>

  /// The threshold, a multiple of cost.
  public var tailStart: Sourced<Double>

  /// β of P(M > x) ∝ x^−β.
  public var tailExponent: Sourced<Double>

  /// Takes every field.
  public init(
    totalLoss: Sourced<Share>, body: LogNormalLaw, tail: Sourced<Share>, tailStart: Sourced<Double>,
    tailExponent: Sourced<Double>
  ) {
    self.totalLoss = totalLoss
    self.body = body
    self.tail = tail
    self.tailStart = tailStart
    self.tailExponent = tailExponent
  }
}
