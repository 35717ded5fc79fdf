// SPDX-License-Identifier: GPL-3.0-or-later

/// How many internal rates of return a series of flows has.
@frozen public enum InternalRateStatus: String, Hashable, Sendable, CaseIterable {
  /// Exactly one rate.
  case unique
  /// More than one; which of them is reported is a convention.
  case several
  /// No rate: the flows are all zero, all received, or no rate makes their value vanish.
  case none
  /// Money was paid in and none came back: the rate is −100 % by convention.
  case totalLoss = "total_loss"
}
