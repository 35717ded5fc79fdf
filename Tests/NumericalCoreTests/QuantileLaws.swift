// SPDX-License-Identifier: GPL-3.0-or-later
import NumericalCore
import Testing

/// The laws that every distribution obeys, in one place.
enum QuantileLaws {
  /// Checks order, inversion and moments.
  ///
  /// - Parameters:
  ///   - distribution: The distribution.
  ///   - range: Where its values may lie.
  ///   - inversion: Largest error of `cdf(quantile(u))`, relative to the tail; nil where the distribution has steps.
  ///   - moments: Largest relative error of mean and variance against quadrature over the uniforms.
  ///   - sourceLocation: The line of the test.
  static func check<Law: QuantileFunction>(
    _ distribution: Law, in range: ClosedRange<Double>, inversion: Double? = 1e-12, moments: Double = 1e-6,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    order(distribution, in: range, sourceLocation)
    if let inversion { inverse(distribution, inversion, sourceLocation) }
    let (mean, variance) = quadrature(distribution)
    let spread = max(variance.squareRoot(), abs(mean))
    #expect(abs(mean - distribution.mean) <= moments * spread, sourceLocation: sourceLocation)
    #expect(abs(variance - distribution.variance) <= 3 * moments * spread * spread, sourceLocation: sourceLocation)
  }

  private static func order<Law: QuantileFunction>(
    _ distribution: Law, in range: ClosedRange<Double>, _ location: SourceLocation
  ) {
    var last = range.lowerBound
    for step in 0...1000 {
      let x = distribution.quantile(Uniform(nearest: Double(step) / 1000))
      #expect(x >= last && x <= range.upperBound, "at \(step)/1000", sourceLocation: location)
      last = x
    }
  }

  private static func inverse<Law: QuantileFunction>(
    _ distribution: Law, _ bound: Double, _ location: SourceLocation
  ) {
    for u in TabulatedQuantileTests.uniforms(seed: 20, count: 300) {
      let reached = distribution.cumulative(distribution.quantile(u))
      let slack = u.isUpperHalf ? max(bound, 1e-15) : bound * u.tail + 1e-15
      #expect(abs(reached - u.value) <= slack, "at \(u)", sourceLocation: location)
    }
  }

  /// Mean and variance by the three-point Gauss rule in eight parts of every octave of both tails.
  private static func quadrature<Law: QuantileFunction>(_ distribution: Law) -> (Double, Double) {
    let node = 0.6.squareRoot()
    let rule = [(-node, 5.0 / 18), (0, 8.0 / 18), (node, 5.0 / 18)]
    let centre = distribution.quantile(Uniform(nearest: 0.5))
    var first = 0.0
    var second = 0.0
    for octave in 1...52 {
      let width = Elementary.pow(2, Double(-octave - 1)) / 8
      for part in 8..<16 {
        for (offset, weight) in rule {
          let tail = width * (Double(part) + 0.5 + 0.5 * offset)
          let low = Uniform(nearest: tail)
          for u in [low, Uniform(bits: low.bits ^ ((1 << 53) - 1))] {
            let x = distribution.quantile(u) - centre
            first += width * weight * x
            second += width * weight * x * x
          }
        }
      }
    }
    return (centre + first, second - first * first)
  }
}
