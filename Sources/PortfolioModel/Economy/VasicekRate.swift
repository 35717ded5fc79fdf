// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// dr = κ(θ − r)dt + σ dW, stepped exactly by quarter. Source: Vasicek, Journal of Financial Economics 5, 1977.
public struct VasicekRate: Hashable, Sendable {
  /// r in quarter 0.
  public var initial: Sourced<AnnualRate>

  /// Long-run mean θ.
  public var mean: Sourced<AnnualRate>

  /// Speed κ a year.
  public var reversion: Sourced<Double>

  /// σ a year.
  public var volatility: Sourced<AnnualRate>

  /// Takes every field.
  public init(
    initial: Sourced<AnnualRate>, mean: Sourced<AnnualRate>, reversion: Sourced<Double>, volatility: Sourced<AnnualRate>
  ) {
    self.initial = initial
    self.mean = mean
    self.reversion = reversion
    self.volatility = volatility
  }
}
