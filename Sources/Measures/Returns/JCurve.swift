// SPDX-License-Identifier: GPL-3.0-or-later

/// The curve of cumulative net cash, which starts downwards like the letter J.
@frozen public struct JCurve: Hashable, Sendable {
  /// The most negative cumulative net flow, at most 0, in the unit of the flows.
  public var depth: Double
  /// The first quarter from which the cumulative flow is never negative again, counted from the first quarter given:
  /// 0 if it never is negative, missing if it still is at the end.
  public var length: Int?

  /// Follows the net flows of successive quarters.
  ///
  /// - Parameter flows: Negative when paid in.
  /// - Complexity: O(n), no allocation.
  public init(_ flows: Span<Double>) {
    var cumulative = 0.0
    var turn = 0
    depth = 0
    for quarter in flows.indices {
      cumulative += flows[quarter]
      depth = min(depth, cumulative)
      if cumulative < 0 { turn = quarter + 1 }
    }
    length = cumulative < 0 ? nil : turn
  }
}
