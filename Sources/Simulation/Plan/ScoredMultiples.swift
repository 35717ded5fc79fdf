// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore

/// A gross multiple as a function of the normal score, as means over narrow cells of the score, for integration.
///
/// The expected multiple of a score that is normal about a centre is a convolution of these means with the normal
/// density. It reaches nine deviations far: under a law with a heavy tail the few best exits make a good part of the
/// mean. Means over cells keep jumps and kinks in their places to a sixteenth of a cell; that they widen the score by
/// `h²/12` is taken off its variance (Sheppard, *Proc. London Math. Soc.* 29, 1898).
struct ScoredMultiples {
  /// The width `h` of a cell, how far from 0 cells reach, and points in a cell. A centre is at most 9.2 away from 0: the
  /// factor at most 4, the score of a holding time 8.3, and the squares of their weights sum to 1.
  private static let width = 0.125
  private static let reach = 152
  private static let points = 16
  private static let deviations = 9.0

  private let multiple: (Double) -> Double
  private let means: [Double]

  /// The multiples of a law, `most` at most.
  init(_ quantile: MultipleQuantile, most: Double) {
    let multiple = { min(most, quantile(score: $0)) }
    self.multiple = multiple
    means = (-Self.reach...Self.reach).map { cell in
      var sum = 0.0
      for point in 0..<Self.points {
        let place = (Double(point) + 0.5) / Double(Self.points) - 0.5
        sum += multiple((Double(cell) + place) * Self.width)
      }
      return sum / Double(Self.points)
    }
  }

  /// E[M] as a function of the centre, for centres within limits.
  ///
  /// - Parameters:
  ///   - spread: The deviation of the score, at most 1.
  ///   - centres: The limits.
  /// - Returns: A function of the centre: cubic between the midpoints of cells; where a cell is wider than the spread, the
  ///   three points of Gauss and Hermite.
  /// - Complexity: O(cells between the limits · cells within nine deviations).
  func expected(spread: Double, about centres: ClosedRange<Double>) -> (Double) -> Double {
    guard spread >= Self.width else {
      let away = 3.0.squareRoot() * spread
      return { (4 * multiple($0) + multiple($0 - away) + multiple($0 + away)) / 6 }
    }
    let weights = Self.weights(spread: (spread * spread - Self.width * Self.width / 12).squareRoot())
    let first = Int((centres.lowerBound / Self.width).rounded(.down)) - 1
    let last = Int((centres.upperBound / Self.width).rounded(.down)) + 2
    let values = (first...last).map { convolved(weights, at: $0) }
    return { centre in
      let place = centre / Self.width - Double(first)
      return Self.cubic(values, at: place)
    }
  }

  /// The normal density at whole numbers of cells from the centre, on one side and with the centre, as parts of 1.
  private static func weights(spread: Double) -> [Double] {
    let count = Int((deviations * spread / width).rounded(.up))
    let density = (0...count).map { Elementary.normalDensity(Double($0) * width / spread) }
    let whole = 2 * density.reduce(0, +) - density[0]
    return density.map { $0 / whole }
  }

  private func convolved(_ weights: [Double], at cell: Int) -> Double {
    let centre = cell + Self.reach
    var sum = weights[0] * means[centre]
    for away in 1..<weights.count { sum += weights[away] * (means[centre - away] + means[centre + away]) }
    return sum
  }

  /// Lagrange's cubic through the four values about a place.
  private static func cubic(_ values: [Double], at place: Double) -> Double {
    let cell = min(max(1, Int(place)), values.count - 3)
    let part = place - Double(cell)
    let (before, after, beyond) = (part + 1, part - 1, part - 2)
    let inner = values[cell] * before * after * beyond / 2 - values[cell + 1] * before * part * beyond / 2
    let outer = values[cell + 2] * before * part * after / 6 - values[cell - 1] * part * after * beyond / 6
    return inner + outer
  }
}
