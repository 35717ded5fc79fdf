// SPDX-License-Identifier: GPL-3.0-or-later

/// How a fund's cash is shared between its investors and its manager.
@frozen public struct WaterfallTerms: Hashable, Sendable {
  /// The investors' preferred return.
  public let hurdle: Hurdle
  /// `c`, in 0...1: the manager's share of the catch-up tier; 0 is no catch-up, 1 a full one.
  ///
  /// A share no greater than `carry` never catches up, so the tier is then skipped.
  public let catchUp: Double
  /// `k`, in 0...1: the manager's share of profit (carried interest).
  public let carry: Double

  /// Terms; a rate below 0 or a share outside 0...1 is a mistake of the caller.
  public init(hurdle: Hurdle, catchUp: Double, carry: Double) {
    precondition(hurdle.rate >= 0 && hurdle.rate.isFinite)
    precondition((0...1).contains(catchUp) && (0...1).contains(carry))
    self.hurdle = hurdle
    self.catchUp = catchUp
    self.carry = carry
  }

  /// Everything goes to the investors.
  public static let withoutCarry = WaterfallTerms(hurdle: .none, catchUp: 0, carry: 0)

  /// Whether the catch-up tier can bring the manager to `carry` of the whole profit.
  @inlinable public var reachesParity: Bool { catchUp > carry }
}
