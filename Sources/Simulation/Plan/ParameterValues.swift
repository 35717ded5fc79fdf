// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The numbers of a scenario on one replicate: base values, except where an uncertain one was drawn.
struct ParameterValues: Sendable {
  /// Drawn values by place in the register, in base units (money in yuan); empty for base values throughout.
  var drawn: [Int: Double] = [:]

  /// The base values.
  static let base = ParameterValues()

  private func number(_ parameter: Int, _ base: Double) -> Double {
    drawn.isEmpty ? base : drawn[parameter] ?? base
  }

  func callAsFunction(_ sourced: Sourced<Double>) -> Double { number(sourced.parameter, sourced.value) }
  func callAsFunction(_ sourced: Sourced<Share>) -> Double {
    min(1, max(0, number(sourced.parameter, sourced.value.fraction)))
  }
  func callAsFunction(_ sourced: Sourced<AnnualRate>) -> Double { number(sourced.parameter, sourced.value.perYear) }
  func callAsFunction(_ sourced: Sourced<TimeSpan>) -> Double { number(sourced.parameter, sourced.value.years) }
  func callAsFunction(_ sourced: Sourced<Int>) -> Int { sourced.value }
  func callAsFunction(_ sourced: Sourced<Money>) -> Int64 {
    guard let yuan = drawn[sourced.parameter] else { return sourced.value.fen }
    return Int64((yuan * 100).rounded(.toNearestOrEven))
  }

  /// A length of time in whole quarters, to the nearest.
  func quarters(_ sourced: Sourced<TimeSpan>) -> Int { Int((self(sourced) * 4 + 0.5).rounded(.down)) }
}
