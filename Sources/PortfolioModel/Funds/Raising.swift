// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How a fund raises social capital, which does not come for certain.
///
/// What closes is `min(target, demand)` with
/// `log demand = log(d₀ · target) + η (expected return − required return) + b F + σ ε`: `F` the common factor in the
/// quarter of the first closing, `ε` standard normal. The expected return is the internal rate of the mean flows of the
/// investors concerned over a pilot in which everything closes. Source: choice of this program.
public struct Raising: Hashable, Sendable {
  /// Expected demand over target at the required return and in ordinary times, `d₀`.
  public var demandRatio: Sourced<Double>

  /// By how much the logarithm of demand moves with the expected return, per 100 % a year: 10 is ten per cent of demand
  /// for a percentage point.
  public var sensitivity: Sourced<Double>

  /// The net return that investors ask for.
  public var requiredReturn: Sourced<AnnualRate>

  /// Loading of the logarithm of demand on the common factor.
  public var factorLoading: Sourced<Double>

  /// Standard deviation of the logarithm of demand that nothing else explains.
  public var sigma: Sourced<Double>

  /// Least that must close, as a share of all commitments of the design.
  public var minimumClosing: Sourced<Share>

  /// What happens below it.
  public var belowMinimum: ClosingFailure

  /// Classes whose commitments are uncertain; empty for all social capital.
  public var classes: [InvestorClass]

  /// When what closes is admitted, in order of time; the first at the start of the fund.
  public var closings: [Closing]

  /// Interest a year, simple, that later investors pay to earlier ones.
  public var equalisationRate: Sourced<AnnualRate>

  /// Takes every field.
  public init(
    demandRatio: Sourced<Double>, sensitivity: Sourced<Double>, requiredReturn: Sourced<AnnualRate>,
    factorLoading: Sourced<Double>, sigma: Sourced<Double>, minimumClosing: Sourced<Share>,
    belowMinimum: ClosingFailure, classes: [InvestorClass], closings: [Closing],
    equalisationRate: Sourced<AnnualRate>
  ) {
    self.demandRatio = demandRatio
    self.sensitivity = sensitivity
    self.requiredReturn = requiredReturn
    self.factorLoading = factorLoading
    self.sigma = sigma
    self.minimumClosing = minimumClosing
    self.belowMinimum = belowMinimum
    self.classes = classes
    self.closings = closings
    self.equalisationRate = equalisationRate
  }

  /// Whether the commitments of a class are uncertain.
  public func concerns(_ investorClass: InvestorClass) -> Bool {
    classes.isEmpty ? investorClass.isSocial : classes.contains(investorClass)
  }
}
