// SPDX-License-Identifier: GPL-3.0-or-later
import NumericalCore
import Testing

@Suite("Incomplete gamma and beta functions") struct IncompleteFunctionTests {
  @Test(
    "incomplete gamma, against 50-digit arithmetic",
    arguments: [
      (0.1, 1e-30, 0.0010511370061117775, 0.9989488629938882), (0.1, 0.5, 0.9414024458901336, 0.05859755410986648),
      (0.3, 0.01, 0.27924099635901484, 0.7207590036409851), (1, 1, 0.6321205588285577, 0.36787944117144233),
      (2.5, 0.3, 0.011996757205906266, 0.9880032427940937), (2.5, 9, 0.9970535954121197, 0.0029464045878802906),
      (50, 20, 1.245892607971938e-08, 0.9999999875410739), (50, 48, 0.40540439500476144, 0.5945956049952386),
      (50, 90, 0.9999983505014983, 1.6494985017178249e-06), (1000, 900, 0.0005499022657117829, 0.9994500977342882),
      (1000, 1100, 0.99894067674607, 0.0010593232539299773),
    ])
  func gamma(shape: Double, x: Double, lower: Double, upper: Double) {
    let bound = (10 + shape + x) * 0x1p-50
    #expect(relativeError(IncompleteGamma(shape: shape).lower(x), lower) < bound)
    #expect(relativeError(IncompleteGamma(shape: shape).upper(x), upper) < bound)
  }

  @Test(
    "incomplete beta, against 50-digit arithmetic",
    arguments: [
      (0.1, 0.1, 1e-20, 0.005072372743896313), (0.3, 5, 0.2, 0.9205300142204162), (2, 3, 0.4, 0.5248),
      (5, 0.1, 0.9, 0.06095081354725478), (50, 30, 0.5, 0.011909896429000633),
      (1000, 1000, 0.48, 0.03677948327863957), (1, 1, 0.3, 0.3),
    ])
  func beta(a: Double, b: Double, x: Double, expected: Double) {
    let bound = (20 + (a + b) * Elementary.log(a + b)) * 0x1p-50
    #expect(relativeError(IncompleteBeta(a: a, b: b).lower(x), expected) < bound)
    if x > 1e-9 { #expect(abs(IncompleteBeta(a: b, b: a).lower(1 - x) - (1 - expected)) < bound) }
  }

  @Test("ends of the range")
  func ends() {
    let gamma = IncompleteGamma(shape: 2)
    #expect(gamma.lower(0) == 0 && gamma.upper(-1) == 1 && gamma.lower(.infinity) == 1 && gamma.upper(.infinity) == 0)
    let beta = IncompleteBeta(a: 2, b: 3)
    #expect(beta.lower(0) == 0 && beta.lower(1) == 1 && beta.lower(7) == 1 && beta.lower(.nan).isNaN)
  }

  @Test(
    "Student's t, against 50-digit arithmetic",
    arguments: [
      (0.95, 1.0, 12.70620473617469), (0.95, 4, 2.776445105197793), (0.95, 15, 2.131449545559775),
      (0.99, 29, 2.756385903670605), (0.5, 3, 0.7648923284043453),
    ])
  func student(confidence: Double, degrees: Double, expected: Double) {
    #expect(relativeError(StudentT(degreesOfFreedom: degrees).twoSided(confidence: confidence), expected) < 4e-12)
  }

  @Test("Student's t goes over into the normal distribution")
  func largeSamples() {
    let near = StudentT(degreesOfFreedom: 100_000).twoSided(confidence: 0.95)
    let far = StudentT(degreesOfFreedom: 100_001).twoSided(confidence: 0.95)
    #expect(relativeError(near, far) < 1e-8 && StudentT(degreesOfFreedom: 5).twoSided(confidence: 0) == 0)
  }
}
