// SPDX-License-Identifier: GPL-3.0-or-later

/// The range of an uncertain number, in the same unit as its base value.
public struct Uncertainty: Hashable, Sendable {
  /// How the probability lies between the ends.
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    /// Equal density from low to high.
    case uniform
    /// Density rises to the base value and falls from it.
    case triangular
    /// Modified beta of project planning, peaked at the base value (Malcolm et al., 1959).
    case pert
    /// Low and high are the 5 % and 95 % quantiles of a normal law about their middle, cut off at twice that range and
    /// at the limits of the field.
    case normal
    /// Low and high are the 5 % and 95 % quantiles of a lognormal law, cut off likewise; both are positive.
    case lognormal
  }

  /// The lower end.
  public var low: Double
  /// The base value, which lies between the ends.
  public var base: Double
  /// The upper end.
  public var high: Double
  /// How the probability lies between them.
  public var shape: Shape

  /// A range about a base value.
  public init(low: Double, base: Double, high: Double, shape: Shape) {
    self.low = low
    self.base = base
    self.high = high
    self.shape = shape
  }

  /// From the least to the greatest number that its law gives, whatever the field allows.
  public var span: ClosedRange<Double> {
    switch shape {
    case .uniform, .triangular, .pert: return low...high
    case .normal:
      let reach = high - low
      return (low + high) / 2 - reach...(low + high) / 2 + reach
    case .lognormal: return low * (low / high).squareRoot()...high * (high / low).squareRoot()
    }
  }
}
