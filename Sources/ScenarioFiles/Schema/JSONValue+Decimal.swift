// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension JSONValue {
  /// A number of moderate size, without a point where it is whole.
  static func decimal(_ number: Double) -> JSONValue {
    .number(number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)")
  }
}
