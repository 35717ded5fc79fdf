// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension JSONValue {
  /// A number, or null for nil, NaN and infinities.
  static func real(_ number: Double?) -> JSONValue {
    guard let number, number.isFinite else { return .null }
    return .number(NumberText.text(number))
  }
}
