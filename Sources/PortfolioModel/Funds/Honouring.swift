// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How an investor honours capital calls (出资到位).
///
/// A latent state `X = sqrt(ρ) F + sqrt(1−ρ) Z`, `Z` an AR(1) by quarter of its own, tells in every quarter in which the
/// fund needs money whether the investor pays (most often), is late, or fails: below the normal quantile of `fails` it
/// fails, below that of `fails + late` it is late. So its troubles last, and several have them together in bad times.
/// Source: choice of this program.
public struct Honouring: Hashable, Sendable {
  /// Probability that it is late with a quarter's call.
  public var late: Sourced<Share>

  /// How long it then pays nothing.
  public var delay: Sourced<TimeSpan>

  /// Probability that it fails at a quarter's call, for good.
  public var fails: Sourced<Share>

  /// Correlation of its own state from one quarter to the next.
  public var persistence: Sourced<Double>

  /// Share of the state's variance that is the common factor's, `ρ`.
  public var factorLoading: Sourced<Share>

  /// Whose money must come first; nothing where it waits for nobody.
  public var after: PaymentOrder?

  /// What a failure leads to.
  public var remedy: DefaultRemedy

  /// Share of its stake that others take over under `dilution`.
  public var penalty: Sourced<Share>

  /// Takes every field.
  public init(
    late: Sourced<Share>, delay: Sourced<TimeSpan>, fails: Sourced<Share>, persistence: Sourced<Double>,
    factorLoading: Sourced<Share>, after: PaymentOrder?, remedy: DefaultRemedy, penalty: Sourced<Share>
  ) {
    self.late = late
    self.delay = delay
    self.fails = fails
    self.persistence = persistence
    self.factorLoading = factorLoading
    self.after = after
    self.remedy = remedy
    self.penalty = penalty
  }
}
