// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Factors by which hard technology differs from the law's other companies.
public struct HardTechLaw: Hashable, Sendable {
  /// On mean times in stages.
  public var sojournFactor: Sourced<Double>

  /// On the probability of failure in early stages; the other outcomes shrink in proportion.
  public var earlyFailureFactor: Sourced<Double>

  /// On the standard deviations of step-ups and exits, medians unchanged.
  public var sigmaFactor: Sourced<Double>

  /// Takes every field.
  public init(sojournFactor: Sourced<Double>, earlyFailureFactor: Sourced<Double>, sigmaFactor: Sourced<Double>) {
    self.sojournFactor = sojournFactor
    self.earlyFailureFactor = earlyFailureFactor
    self.sigmaFactor = sigmaFactor
  }
}
