// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How planned investment lies within its class; cut at both ends of it.
public enum SizeLaw: Hashable, Sendable {
  /// A lognormal law with this median and standard deviation of the logarithm.
  case logNormal(median: Sourced<Money>, sigma: Sourced<Double>)
  /// A Pareto law: P(I > x) ∝ x^−exponent from the least investment of the class on.
  case pareto(exponent: Sourced<Double>)
}
