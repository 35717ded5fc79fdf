// SPDX-License-Identifier: GPL-3.0-or-later

extension InternalRate {
  /// Picks the rate to report from all of them.
  ///
  /// - Parameters:
  ///   - roots: Every rate, in any order.
  ///   - sum: The undiscounted sum of the flows; its sign names the side of zero that is preferred.
  /// - Returns: The rate nearest to zero on that side, else the nearest to zero; `none` for an empty list.
  /// - Complexity: O(number of roots).
  static func chosen(from roots: [Double], sum: Double) -> InternalRate {
    guard var best = roots.first else { return .none }
    for root in roots.dropFirst() {
      let sides = (points(root, to: sum), points(best, to: sum))
      if sides.0 != sides.1 ? sides.0 : root.magnitude < best.magnitude { best = root }
    }
    return InternalRate(rate: best, status: roots.count == 1 ? .unique : .several)
  }

  private static func points(_ root: Double, to sum: Double) -> Bool {
    sum > 0 ? root > 0 : sum < 0 ? root < 0 : root == 0
  }
}
