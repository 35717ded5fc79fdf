// SPDX-License-Identifier: GPL-3.0-or-later

/// What secures that the manager keeps no more carried interest than was agreed on for the whole fund.
@frozen public struct CarrySafeguards: Hashable, Sendable, BitwiseCopyable {
  /// Whether the manager gives back in the end what it was paid too much.
  public let hasClawback: Bool
  /// In 0...1: the share of carried interest paid out that went to taxes, which the manager need not give back.
  public let taxShare: Double
  /// In 0...1: the share of carried interest that is held back at first.
  public let escrowShare: Double
  /// When what is held back is paid out.
  public let release: Release

  /// Safeguards; a share outside 0...1 is a mistake of the caller.
  public init(hasClawback: Bool = false, taxShare: Double = 0, escrowShare: Double = 0, release: Release = .wholeFund) {
    precondition((0...1).contains(taxShare) && (0...1).contains(escrowShare))
    self.hasClawback = hasClawback
    self.taxShare = taxShare
    self.escrowShare = escrowShare
    self.release = release
  }

  /// What the manager was paid is its own.
  public static let none = CarrySafeguards()

  /// Whether there is anything to keep account of.
  @inlinable public var isActive: Bool { hasClawback || escrowShare > 0 }

  /// When carried interest that is held back is paid out.
  @frozen public enum Release: Hashable, Sendable, BitwiseCopyable {
    /// With each distribution, so far as it exceeds what would have to be given back if all that is left were worthless;
    /// what is held at the end is settled then.
    case wholeFund
    /// At the end of the fund.
    case end
  }
}
