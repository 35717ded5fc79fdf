// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import NumericalCore
import Testing

@Suite("Normal quantile") struct NormalQuantileTests {
  let normal = NormalQuantile.shared

  /// The first uniforms of the cells of the table, from the bottom to the median.
  static var boundaries: [UInt64] {
    var bits: [UInt64] = [0, 1]
    for octave in UInt64(1)...52 {
      // The tail is (2k + 1)/2⁵⁴; the cell begins at 2^octave (1 + part/64)/2⁵⁴.
      for part in UInt64(0)..<64 {
        let start = ((64 + part) << octave) >> 6
        bits.append(start >> 1)
      }
    }
    return bits
  }

  @Test("never falls, across every boundary of the table and next to it")
  func boundaries() {
    for start in Self.boundaries where start > 4 {
      for bits in start - 4..<start + 4 {
        let here = Uniform(bits: bits)
        let next = Uniform(bits: bits + 1)
        #expect(normal(here) <= normal(next), "at \(bits)")
      }
    }
  }

  @Test("no coefficient of any cell is negative, and nodes rise towards the tail")
  func coefficients() {
    var last = Double.infinity
    for octave in 1...53 {
      for part in 64..<128 {
        let tail = Double(sign: .plus, exponent: octave - 55, significand: Double(part) / 64)
        let cell = normal.coefficients(tail: tail)
        #expect(cell.allSatisfy { $0 >= 0 && $0.isFinite } && cell[0] < last, "cell of \(tail)")
        last = cell[0]
      }
    }
    #expect(last == 0)
  }

  @Test("never falls between neighbours")
  func neighbours() {
    var stream = Stream(seed: 6)
    for index in 0..<50_000 {
      // Half of them spread over all octaves.
      let bits = index & 1 == 0 ? stream.uniform().bits : stream.uniform().bits >> UInt64(index % 53)
      guard bits < (1 << 53) - 1 else { continue }
      #expect(normal(Uniform(bits: bits)) <= normal(Uniform(bits: bits + 1)), "at \(bits)")
    }
  }

  @Test("of many numbers is that of each, bit for bit, however many there are")
  func many() {
    var stream = Stream(seed: 8)
    let edges = Self.boundaries.map { Uniform(bits: $0) } + [Uniform(bits: (1 << 53) - 1), Uniform(bits: 1 << 52)]
    for count in [0, 1, 2, 3, 4, 5, 15, 16, 17, 18, 19, 33, edges.count] {
      let uniforms = count == edges.count ? edges : (0..<count).map { _ in stream.uniform() }
      var numbers = [Double](repeating: 7, count: count + 2)
      var span = numbers.mutableSpan
      normal.quantiles(uniforms.span, into: &span)
      #expect(numbers.prefix(count).map(\.bitPattern) == uniforms.map { normal($0).bitPattern })
      // What lies beyond is left alone.
      #expect(numbers.suffix(2) == [7, 7])
    }
  }

  @Test("is odd to the last bit")
  func odd() {
    var stream = Stream(seed: 7)
    for index in 0..<5000 {
      let bits = stream.uniform().bits >> UInt64(index % 53)
      let mirror = Uniform(bits: bits ^ ((1 << 53) - 1))
      #expect(normal(Uniform(bits: bits)) == -normal(mirror))
    }
    #expect(normal(Uniform(bits: 1 << 52)) == -normal(Uniform(bits: (1 << 52) - 1)))
    #expect(relativeError(normal(Uniform(bits: 1 << 52)), 2.5066282746310007 * 0x1p-54) < 1e-12)
  }

  @Test("agrees with GSL to 1e-12")
  func accuracy() {
    var stream = Stream(seed: 8)
    var worst = 0.0
    for index in 0..<20_000 {
      let u = Uniform(bits: stream.uniform().bits >> UInt64(index % 53))
      let expected = u.isUpperHalf ? gsl_cdf_ugaussian_Qinv(u.tail) : gsl_cdf_ugaussian_Pinv(u.tail)
      // Next to the median GSL itself loses digits by subtracting one half.
      guard abs(expected) > 1e-3 else { continue }
      worst = max(worst, relativeError(normal(u), expected))
    }
    #expect(worst < 1e-12)
  }

  @Test("its own distribution function takes it back")
  func inverse() {
    for start in Self.boundaries {
      let u = Uniform(bits: start)
      let z = normal(u)
      let slack = 1e-12 * max(1, z * z)
      #expect(relativeError(Elementary.normalCumulative(z), u.tail) < slack)
      // Next to the median only the distance to it tells.
      if u.tail > 0.125 { #expect(relativeError(Elementary.normalCentral(-z), 0.5 - u.tail) < 1e-12) }
    }
  }

  @Test("computed probabilities, also far below the uniforms")
  func probabilities() {
    #expect(normal.quantile(probability: 0) == -.infinity && normal.quantile(probability: 1) == .infinity)
    #expect(normal.quantile(probability: 0.5) == 0 && normal.quantile(probability: -0.1).isNaN)
    #expect(abs(normal.quantile(probability: 0.975) - 1.959963984540054) < 1e-14)
    for exponent in [-17, -30, -100, -200, -300] {
      let p = Elementary.pow(10, Double(exponent))
      #expect(relativeError(Elementary.normalCumulative(normal.quantile(probability: p)), p) < 1e-11)
    }
  }
}
