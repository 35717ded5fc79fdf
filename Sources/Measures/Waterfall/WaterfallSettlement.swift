// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What is moved when a fund has ended: carried interest that goes back to investors, and escrow that goes to the manager.
@frozen public struct WaterfallSettlement: Hashable, Sendable, BitwiseCopyable {
  /// From the escrow to investors.
  public var fromEscrow = Money.zero
  /// From the manager to investors: the clawback in the narrow sense.
  public var fromManager = Money.zero
  /// From the escrow to the manager.
  public var released = Money.zero

  /// Nothing is moved.
  @inlinable public init() {}

  /// What investors get.
  @inlinable public var toInvestors: Money { fromEscrow + fromManager }

  /// Part by part.
  @inlinable public static func += (total: inout Self, part: Self) {
    total.fromEscrow += part.fromEscrow
    total.fromManager += part.fromManager
    total.released += part.released
  }
}
