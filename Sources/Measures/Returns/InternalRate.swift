// SPDX-License-Identifier: GPL-3.0-or-later

/// An internal rate of return: the rate `r` at which `Σ fₖ (1+r)^(−tₖ) = 0`, and how sure it is.
///
/// Where several rates exist, the one reported is the one nearest to zero on the side that the undiscounted sum points
/// to (`Σ fₖ > 0`: a positive rate), or, if that side has none, the one nearest to zero. The choice is a convention, so
/// the status goes with it.
@frozen public struct InternalRate: Hashable, Sendable {
  /// The rate per period (per year for dated flows) as a fraction; missing only where the status is `none`.
  public var rate: Double?
  /// How many rates there are.
  public var status: InternalRateStatus

  /// A rate with its status.
  @inlinable public init(rate: Double?, status: InternalRateStatus) {
    self.rate = rate
    self.status = status
  }

  /// No rate exists.
  public static let none = InternalRate(rate: nil, status: .none)
  /// Everything that was paid in is lost.
  public static let totalLoss = InternalRate(rate: -1, status: .totalLoss)

  /// The same, but no rate instead of a total loss where something did come back or is still held: flows of one time hide
  /// it in their sum.
  ///
  /// - Parameter cameBack: Whether anything was distributed, or has a value at the end; asked only where it matters.
  /// - Returns: This rate, or ``none``.
  public func lossIsTotal(unless cameBack: @autoclosure () -> Bool) -> InternalRate {
    status == .totalLoss && cameBack() ? .none : self
  }

  /// The rate over several periods: `(1+r)ⁿ − 1`; four quarters make a year.
  ///
  /// - Parameter periods: How many, at least 1.
  /// - Returns: The same status with the compounded rate.
  /// - Complexity: O(`periods`) multiplications, without a logarithm.
  @inlinable public func compounded(over periods: Int) -> InternalRate {
    precondition(periods >= 1)
    guard let rate, rate != 0 else { return self }
    var growth = 1 + rate
    for _ in 1..<periods { growth *= 1 + rate }
    return InternalRate(rate: growth - 1, status: status)
  }
}
