// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// What numbers can be, for conditions between fields: their ranges from end to end where they are drawn, else their
/// values.
extension RecordReader {
  /// Fractions.
  func reach(_ share: Sourced<Share>) -> ClosedRange<Double> { reach(share.parameter, share.value.fraction) }

  /// Years.
  func reach(_ span: Sourced<TimeSpan>) -> ClosedRange<Double> { reach(span.parameter, span.value.years) }

  /// Yuan.
  func reach(_ money: Sourced<Money>) -> ClosedRange<Double> { reach(money.parameter, money.value.yuan) }

  /// Pure numbers.
  func reach(_ number: Sourced<Double>) -> ClosedRange<Double> { reach(number.parameter, number.value) }

  private func reach(_ parameter: Int, _ value: Double) -> ClosedRange<Double> {
    context.reach(of: parameter) ?? value...value
  }
}
