// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

extension Column<Double> {
  /// Puts exponentials in the place of a range of numbers.
  mutating func exponentiate(_ range: Range<Int>) {
    var numbers = mutableSpan
    Elementary.exponentiate(&numbers, range)
  }
}
