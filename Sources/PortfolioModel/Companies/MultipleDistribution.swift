// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Laws of a gross multiple of cost.
public enum MultipleDistribution: Hashable, Sendable {
  /// Always the same.
  case fixed(Sourced<Double>)
  /// Lognormal.
  case logNormal(LogNormalLaw)
  /// A total loss with some probability, a truncated lognormal body, a Pareto tail.
  case bodyAndTail(BodyAndTail)
  /// A published table of outcome classes.
  case buckets(MultipleBuckets)
  /// Values of a user's table, equally likely, interpolated.
  case empirical([Double])
}
