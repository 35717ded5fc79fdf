// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The way by which a public stake is sold to others, as by the options of concessions: decision, appraisal, listing on a
/// property-rights exchange, and a floor under the price.
public struct ExitProcedure: Hashable, Sendable {
  /// Time that the decision takes.
  public var decision: Sourced<TimeSpan>

  /// Time that the appraisal takes.
  public var appraisal: Sourced<TimeSpan>

  /// Time on the exchange.
  public var listing: Sourced<TimeSpan>

  /// Least price, over the appraised value.
  public var floor: Sourced<Share>

  /// Takes every field.
  public init(
    decision: Sourced<TimeSpan>, appraisal: Sourced<TimeSpan>, listing: Sourced<TimeSpan>, floor: Sourced<Share>
  ) {
    self.decision = decision
    self.appraisal = appraisal
    self.listing = listing
    self.floor = floor
  }
}
