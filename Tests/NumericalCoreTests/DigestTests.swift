// SPDX-License-Identifier: GPL-3.0-or-later
import NumericalCore
import Testing

/// The bits of many results, so that builds and processors can be compared.
///
/// The constant holds in debug and release, and under `GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2`. It changes only with a
/// decision to change published numbers.
@Suite("Digest") struct DigestTests {
  @Test("results have the recorded bits")
  func digest() throws {
    var digest = Digest()
    let uniforms = TabulatedQuantileTests.uniforms(seed: 70, count: 2000)
    for u in uniforms {
      digest.add(NormalQuantile.shared(u))
      let x = NormalQuantile.shared(u)
      digest.add(Elementary.exp(x * 20))
      digest.add(Elementary.log(u.tail))
      digest.add(Elementary.pow(u.tail, x))
      digest.add(Elementary.expm1(x))
      digest.add(Elementary.log1p(u.tail))
      digest.add(Elementary.normalCumulative(x * 1.5))
      digest.add(Elementary.logGamma(u.value * 30))
    }
    for shape in [0.3, 1, 2.5, 50] {
      let gamma = try Gamma(shape: shape, mean: 3)
      let beta = try Beta(a: shape, b: 2)
      for u in uniforms {
        digest.add(gamma.quantile(u))
        digest.add(beta.quantile(u))
      }
    }
    try addOthers(to: &digest, uniforms)
    #expect(digest.bits == 13_016_636_779_513_243_591)
  }

  private func addOthers(to digest: inout Digest, _ uniforms: [Uniform]) throws {
    let laws: [any QuantileFunction] = [
      try LogNormal(mu: -0.6, sigma: 1.7), try Exponential(mean: 2), try Weibull(shape: 0.7, scale: 2),
      try TruncatedPareto(minimum: 10, exponent: 1.423, maximum: 300),
      try Triangular(minimum: -1, mode: 0, maximum: 3), try Pert(minimum: 0, mode: 1, maximum: 5),
      try Buckets(bounds: [1, 5, 10], shares: [6, 3, 1, 1], tailExponent: 1.4, maximum: 99),
    ]
    for law in laws {
      for u in uniforms { digest.add(law.quantile(u)) }
    }
    let poisson = try PoissonCount(mean: 17.3)
    for u in uniforms { digest.add(Double(poisson.quantile(u))) }
    for degrees in [1.0, 4, 77] { digest.add(StudentT(degreesOfFreedom: degrees).twoSided(confidence: 0.95)) }
    digest.add(BivariateNormal.cumulative(-1, 0.5, correlation: 0.4))
    digest.add(try Brent.root(in: 0...3) { Elementary.exp($0) - 5 })
    var factors = [0.3, -1, 2]
    try CorrelatedFactors(correlation: [[1, 0.2, 0.3], [0.2, 1, 0.4], [0.3, 0.4, 1]]).apply(to: &factors)
    for factor in factors { digest.add(factor) }
  }
}

/// An FNV-1a hash over the bit patterns of numbers.
struct Digest {
  private(set) var bits: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ x: Double) {
    for byte in 0..<8 { bits = (bits ^ (x.bitPattern >> (8 * byte) & 0xff)) &* 0x0000_0100_0000_01b3 }
  }
}
