// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What a fund costs; borne by the fund.
public struct Fees: Hashable, Sendable {
  /// The management fee by phase, in order of time.
  public var management: [ManagementFeePhase]

  /// Set-up costs, once, in the first quarter.
  public var setUp: Sourced<Money>

  /// Custody and administration, a year, of paid-in capital, until the fund ends.
  public var custody: Sourced<AnnualRate>

  /// Audit and other fixed costs a year, growing with inflation, until the fund ends.
  public var fixedPerYear: Sourced<Money>

  /// Takes every field.
  public init(
    management: [ManagementFeePhase], setUp: Sourced<Money>, custody: Sourced<AnnualRate>, fixedPerYear: Sourced<Money>
  ) {
    self.management = management
    self.setUp = setUp
    self.custody = custody
    self.fixedPerYear = fixedPerYear
  }
}
