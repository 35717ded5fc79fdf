// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import NumericalCore
import Testing

@Suite("Tabulated quantiles of gamma and beta") struct TabulatedQuantileTests {
  /// Uniforms over all octaves of both tails.
  static func uniforms(seed: UInt64, count: Int) -> [Uniform] {
    var stream = Stream(seed: seed)
    return (0..<count).map { index in
      let bits = stream.uniform().bits >> UInt64(index / 2 % 52)
      return Uniform(bits: index & 1 == 0 ? bits : bits ^ ((1 << 53) - 1))
    }
  }

  @Test("gamma within 1e-8 of the exact quantile", arguments: [0.3, 0.5, 1, 1.7, 4, 10, 50, 400])
  func gamma(shape: Double) throws {
    let gamma = try Gamma(shape: shape, mean: shape)
    let exact = IncompleteGamma(shape: shape)
    var worst = 0.0
    for u in Self.uniforms(seed: 9, count: 1500) {
      let x = gamma.quantile(u)
      let residual = u.isUpperHalf ? u.tail - exact.upper(x) : exact.lower(x) - u.tail
      worst = max(worst, (residual / exact.weight(x)).magnitude)
    }
    #expect(worst < 1e-8)
  }

  @Test("gamma within 1e-8 of GSL", arguments: [0.3, 1, 2.5, 50])
  func gammaAgainstGSL(shape: Double) throws {
    let gamma = try Gamma(shape: shape, mean: shape)
    for u in Self.uniforms(seed: 10, count: 300) where u.tail > 1e-12 {
      let expected =
        u.isUpperHalf ? gsl_cdf_gamma_Qinv(u.tail, shape, 1) : gsl_cdf_gamma_Pinv(u.tail, shape, 1)
      #expect(relativeError(gamma.quantile(u), expected) < 1e-8, "at \(u)")
    }
  }

  @Test(
    "beta within 1e-8 of the exact quantile, or of its distance to 1",
    arguments: [(0.3, 0.3), (0.3, 5), (5, 0.3), (1, 1), (2, 3), (1, 5), (3.4, 2.6), (50, 20), (400, 3)])
  func beta(a: Double, b: Double) throws {
    let beta = try Beta(a: a, b: b)
    let direct = IncompleteBeta(a: a, b: b)
    let reflected = IncompleteBeta(a: b, b: a)
    var worst = 0.0
    for u in Self.uniforms(seed: 11, count: 1500) {
      let x = beta.quantile(u)
      let y = 1 - x
      guard y > 1e-6 else { continue }
      let residual = u.isUpperHalf ? reflected.lower(y) - u.tail : direct.lower(x) - u.tail
      worst = max(worst, (residual / direct.weight(x)).magnitude * (u.isUpperHalf ? x : y))
    }
    #expect(worst < 1e-8)
  }

  @Test("beta within 1e-8 of GSL", arguments: [(0.5, 0.5), (2.0, 3.0), (3.4, 2.6)])
  func betaAgainstGSL(a: Double, b: Double) throws {
    let beta = try Beta(a: a, b: b)
    for u in Self.uniforms(seed: 12, count: 300) where !u.isUpperHalf && u.tail > 1e-9 {
      let expected = gsl_cdf_beta_Pinv(u.tail, a, b)
      #expect(relativeError(beta.quantile(u), expected) < 1e-8, "at \(u)")
    }
  }

  @Test("never fall across the boundaries of the table", arguments: [0.1, 0.3, 1, 7, 300])
  func boundaries(shape: Double) throws {
    let gamma = try Gamma(shape: shape, mean: 1)
    let beta = try Beta(a: shape, b: 2)
    let mirrored = try Beta(a: 2, b: shape)
    for (index, start) in NormalQuantileTests.boundaries.enumerated() where start > 1 && index % 3 == 0 {
      for mask: UInt64 in [0, (1 << 53) - 1] {
        let bits = (start - 1...start + 1).map { $0 ^ mask }
        let pair = bits.sorted().map { Uniform(bits: $0) }
        for (low, high) in zip(pair, pair.dropFirst()) {
          #expect(gamma.quantile(low) <= gamma.quantile(high), "gamma at \(low)")
          #expect(beta.quantile(low) <= beta.quantile(high), "beta at \(low)")
          #expect(mirrored.quantile(low) <= mirrored.quantile(high), "mirrored beta at \(low)")
        }
      }
    }
  }

  @Test("never fall between neighbours", arguments: [0.3, 2, 50])
  func neighbours(shape: Double) throws {
    let gamma = try Gamma(shape: shape, mean: 1)
    let beta = try Beta(a: shape, b: 3)
    for u in Self.uniforms(seed: 13, count: 4000) where u.bits < (1 << 53) - 1 {
      let next = Uniform(bits: u.bits + 1)
      #expect(gamma.quantile(u) <= gamma.quantile(next) && beta.quantile(u) <= beta.quantile(next), "at \(u)")
    }
  }

  @Test("extreme shapes keep their order and their range", arguments: [(0.1, 0.1), (0.1, 10_000), (10_000, 10_000)])
  func extremes(a: Double, b: Double) throws {
    let beta = try Beta(a: a, b: b)
    let gamma = try Gamma(shape: a, mean: 1)
    var last = (0.0, 0.0)
    for step in 0..<2000 {
      let u = Uniform(nearest: Double(step) / 2000)
      let now = (beta.quantile(u), gamma.quantile(u))
      #expect(now.0 >= last.0 && now.0 <= 1 && now.1 >= last.1)
      last = now
    }
  }

  @Test("a table serves every mean")
  func scaling() throws {
    let gamma = try Gamma(shape: 2, mean: 2)
    let wide = try gamma.scaled(toMean: 20)
    let u = Uniform(nearest: 0.3)
    #expect(relativeError(wide.quantile(u), 10 * gamma.quantile(u)) < 1e-15 && wide.mean == 20)
  }

  @Test("shapes outside the domain are refused with the domain")
  func domain() {
    let failure = #expect(throws: NumericalFailure.self) { try Gamma(shape: 0.01, mean: 1) }
    #expect(failure?.context.english.contains("0.1 <= shape <= 10000") == true)
    #expect(throws: NumericalFailure.self) { try Beta(a: 1, b: .nan) }
  }
}
