// SPDX-License-Identifier: GPL-3.0-or-later

extension Uniform {
  /// `−ln(1 − u)`, a standard exponential number, without cancellation at either end.
  ///
  /// - Complexity: O(1).
  @inlinable public var exponential: Double {
    isUpperHalf ? -Elementary.log(tail) : -Elementary.log1p(-tail)
  }
}
