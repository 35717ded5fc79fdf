// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Carried interest that is held back until it is certain.
public struct EscrowClause: Hashable, Sendable {
  /// The share of each payment that is held back.
  public var share: Sourced<Share>

  /// When it is paid out.
  public var release: EscrowRelease

  /// Takes every field.
  public init(share: Sourced<Share>, release: EscrowRelease) {
    self.share = share
    self.release = release
  }
}
