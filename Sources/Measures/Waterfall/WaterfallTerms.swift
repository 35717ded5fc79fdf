// SPDX-License-Identifier: GPL-3.0-or-later

/// How a fund's cash is shared between its investors and its manager.
@frozen public struct WaterfallTerms: Hashable, Sendable, BitwiseCopyable {
  /// The investors' preferred return.
  public let hurdle: Hurdle
  /// `c`, in 0...1: the manager's share of the catch-up tier; 0 is no catch-up, 1 a full one.
  ///
  /// A share no greater than `carry` never catches up, so the tier is then skipped.
  public let catchUp: Double
  /// Where the catch-up tier ends.
  public let catchUpEnd: CatchUpEnd
  /// `k`, in 0...1: the manager's share of profit (carried interest).
  public let carry: Double
  /// Whether gains that investors have had count towards their preferred return on later contributions.
  public let floor: BalanceFloor

  /// Terms; a rate below 0 or a share outside 0...1 is a mistake of the caller.
  public init(
    hurdle: Hurdle, catchUp: Double, carry: Double, catchUpEnd: CatchUpEnd = .parity, floor: BalanceFloor = .zero
  ) {
    precondition(hurdle.rate >= 0 && hurdle.rate.isFinite)
    precondition((0...1).contains(catchUp) && (0...1).contains(carry))
    self.hurdle = hurdle
    self.catchUp = catchUp
    self.catchUpEnd = catchUpEnd
    self.carry = carry
    self.floor = floor
  }

  /// Everything goes to the investors.
  public static let withoutCarry = WaterfallTerms(hurdle: .none, catchUp: 0, carry: 0)

  /// Where the catch-up tier ends. Two conventions are in use; with a full catch-up, `c = 1`,
  /// they are the same.
  @frozen public enum CatchUpEnd: Hashable, Sendable, BitwiseCopyable {
    /// When the manager has `k` of all profit: after `X = kP/(c − k)` for a preferred return `P`.
    case parity
    /// When the manager has what a full catch-up would have given it, `kP/(1 − k)`: after the fixed gross amount
    /// `X = kP/((1 − k) c)`. It then has less than `k` of all profit where `c < 1`, and gets `k` of the rest.
    case fixedGross
  }

  /// Whether the account of what investors are owed may fall below zero.
  @frozen public enum BalanceFloor: Hashable, Sendable, BitwiseCopyable {
    /// It stops at zero: gains do not count towards the preferred return on later contributions.
    case zero
    /// What investors get beyond what they are owed is credited to their preferred return and grows as it would, so that
    /// the hurdle is a rate of return over all their flows: `H ← H(1+h)^Δt + call − all that investors get`. Capital still
    /// comes back before the manager gets anything.
    case unbounded
  }

  /// Whether there is a catch-up tier that ends.
  @inlinable public var catchesUp: Bool { catchUp > carry }
  /// Whether the last tier brings the manager to `carry` of the whole profit, not of that tier's cash alone.
  @inlinable public var reachesParity: Bool { catchesUp && catchUpEnd == .parity }
}
