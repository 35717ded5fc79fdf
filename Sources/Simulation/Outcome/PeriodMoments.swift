// SPDX-License-Identifier: GPL-3.0-or-later

/// Means and squared deviations of many series that are observed together, one observation of each a replicate.
///
/// Updated by Welford (1962), merged by Chan, Golub and LeVeque (1983); blocks are merged in their order, so that the
/// result does not depend on who computed what.
public struct PeriodMoments: Sendable {
  /// Observations of each series.
  public private(set) var count = 0
  /// Means of the series.
  public private(set) var means: [Double]
  private var squares: [Double]

  init(series: Int) {
    means = Array(repeating: 0, count: series)
    squares = means
  }

  /// Adds one observation of every series, which stand from a place on.
  mutating func add(_ values: [Double], from first: Int) {
    count += 1
    Self.update(&means, &squares, values, from: first, share: 1 / Double(count))
  }

  /// Through spans, which ask once whether the arrays are shared.
  private static func update(
    _ means: inout [Double], _ squares: inout [Double], _ values: [Double], from first: Int, share: Double
  ) {
    let values = values.span
    var means = means.mutableSpan
    var squares = squares.mutableSpan
    for series in means.indices {
      let value = values[first &+ series]
      let delta = value - means[series]
      means[series] += delta * share
      squares[series] += delta * (value - means[series])
    }
  }

  /// Adds the observations of the next block.
  mutating func merge(_ next: PeriodMoments) {
    guard next.count > 0 else { return }
    let total = count + next.count
    let share = Double(next.count) / Double(total)
    let weight = Double(count) * share
    for series in means.indices {
      let delta = next.means[series] - means[series]
      means[series] += delta * share
      squares[series] += next.squares[series] + delta * delta * weight
    }
    count = total
  }

  /// Sample variance of a series; NaN below two observations.
  public func variance(_ series: Int) -> Double { count > 1 ? squares[series] / Double(count - 1) : .nan }

  /// Standard error of the mean of a series.
  public func standardError(_ series: Int) -> Double { (variance(series) / Double(count)).squareRoot() }
}
