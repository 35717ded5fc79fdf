// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import NumericalCore
import Testing

@Suite("Elementary functions") struct ElementaryTests {
  @Test("exp agrees with the C library to two units over the whole range")
  func exponential() {
    var stream = Stream(seed: 1)
    for scale in [1e-18, 1e-9, 1e-3, 1, 30, 707.9, 745] {
      for _ in 0..<4000 {
        let x = stream.number(in: -scale...scale)
        #expect(unitsInLastPlace(Elementary.exp(x), Glibc.exp(x)) <= 2, "exp(\(x))")
      }
    }
  }

  @Test("exponentials of many numbers are those of each, bit for bit", arguments: [0, 1, 3, 4, 5, 16, 31, 1000])
  func exponentials(count: Int) {
    var stream = Stream(seed: 11)
    let special = [0, -0.0, 707.99, 708, -708, 709.79, -745.2, .infinity, -.infinity, .nan]
    for scale in [1e-18, 1e-3, 1, 30, 709, 745] {
      for repetition in 0..<60 {
        var numbers = (0..<count + 7).map { _ in stream.number(in: -scale...scale) }
        if repetition < special.count, count > 0 { numbers[3 + repetition % count] = special[repetition] }
        var expected = numbers.map(\.bitPattern)
        for place in 3..<3 + count { expected[place] = Elementary.exp(numbers[place]).bitPattern }
        var span = numbers.mutableSpan
        Elementary.exponentiate(&span, 3..<3 + count)
        #expect(numbers.map(\.bitPattern) == expected)
      }
    }
  }

  @Test("exponentials of numbers that are not there are refused")
  func exponentialsOutside() async {
    await #expect(processExitsWith: .failure) {
      var numbers = [1.0, 2, 3]
      var span = numbers.mutableSpan
      Elementary.exponentiate(&span, -1..<2)
    }
    await #expect(processExitsWith: .failure) {
      var numbers = [1.0, 2, 3]
      var span = numbers.mutableSpan
      Elementary.exponentiate(&span, 2..<4)
    }
  }

  @Test("log agrees with the C library to two units over the whole range")
  func logarithm() {
    var stream = Stream(seed: 2)
    for _ in 0..<20_000 {
      let bits = UInt64(stream.uniform().value * Double(Double.infinity.bitPattern))
      let x = Double(bitPattern: bits)
      #expect(unitsInLastPlace(Elementary.log(x), Glibc.log(x)) <= 2, "log(\(x))")
      let near = 1 + stream.number(in: -0.5...1) * stream.uniform().value * stream.uniform().value
      #expect(unitsInLastPlace(Elementary.log(near), Glibc.log(near)) <= 2, "log(\(near))")
    }
  }

  @Test("expm1 and log1p agree with the C library near zero and far from it")
  func nearZero() {
    var stream = Stream(seed: 3)
    for exponent in stride(from: -60.0, through: 4, by: 0.5) {
      for _ in 0..<100 {
        let x = stream.number(in: -1...1) * Glibc.exp2(exponent)
        #expect(unitsInLastPlace(Elementary.expm1(x), Glibc.expm1(x)) <= 3, "expm1(\(x))")
        guard x > -1 else { continue }
        #expect(unitsInLastPlace(Elementary.log1p(x), Glibc.log1p(x)) <= 3, "log1p(\(x))")
      }
    }
  }

  @Test("pow keeps its stated error")
  func power() {
    var stream = Stream(seed: 4)
    for _ in 0..<10_000 {
      let x = Glibc.exp(stream.number(in: -20...20))
      let y = stream.number(in: -30...30)
      let bound = (2 + abs(y * Glibc.log(x))) * 0x1p-52
      #expect(relativeError(Elementary.pow(x, y), Glibc.pow(x, y)) <= bound, "pow(\(x), \(y))")
    }
  }

  @Test("limits of exp and log")
  func limits() {
    #expect(Elementary.exp(0) == 1 && Elementary.exp(-0.0) == 1)
    #expect(Elementary.exp(.infinity) == .infinity && Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(709.79) == .infinity && Elementary.exp(709.78).isFinite)
    #expect(Elementary.exp(-745.2) == 0 && Elementary.exp(-745.1) == .leastNonzeroMagnitude)
    #expect(Elementary.exp(-710) == Glibc.exp(-710) && Elementary.exp(.nan).isNaN)
    #expect(Elementary.log(1) == 0 && Elementary.log(0) == -.infinity && Elementary.log(-0.0) == -.infinity)
    #expect(Elementary.log(-1).isNaN && Elementary.log(.nan).isNaN && Elementary.log(.infinity) == .infinity)
    #expect(unitsInLastPlace(Elementary.log(.leastNonzeroMagnitude), Glibc.log(.leastNonzeroMagnitude)) <= 1)
    #expect(Elementary.expm1(.infinity) == .infinity && Elementary.expm1(-.infinity) == -1)
    #expect(Elementary.log1p(-1) == -.infinity && Elementary.log1p(-2).isNaN && Elementary.log1p(0) == 0)
    #expect(Elementary.log1p(.infinity) == .infinity && Elementary.log1p(1e300) == Elementary.log(1e300))
  }

  @Test("special cases of pow are those of IEEE 754")
  func specialPowers() {
    let numbers: [Double] = [0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, .infinity, -.infinity, .nan, 1e300, 0x1p53]
    for x in numbers {
      for y in numbers {
        let expected = Glibc.pow(x, y)
        let computed = Elementary.pow(x, y)
        let same = expected.isNaN ? computed.isNaN : computed.sign == expected.sign
        #expect(same && (expected.isNaN || computed == expected || relativeError(computed, expected) < 1e-13))
      }
    }
  }

  @Test(
    "the normal distribution function, against 50-digit arithmetic",
    arguments: [
      (-37.5, 4.605353009581955e-308), (-30, 4.906713927148187e-198), (-20, 2.7536241186062337e-89),
      (-12.25, 8.399796063633417e-35), (-8, 6.220960574271784e-16), (-5, 2.866515718791939e-07),
      (-3.1, 0.0009676032132183566), (-1.96, 0.024997895148220435), (-1, 0.15865525393145705),
      (-0.5, 0.3085375387259869), (-0.125, 0.4502617751698871), (-0.001, 0.49960105778608893), (0, 0.5),
      (0.3, 0.6179114221889527), (1.7, 0.955434537241457), (4, 0.9999683287581669), (8, 0.9999999999999993),
    ])
  func normal(z: Double, expected: Double) {
    #expect(relativeError(Elementary.normalCumulative(z), expected) < 1e-15)
    #expect(relativeError(Elementary.erfc(-z / 2.0.squareRoot()), 2 * expected) < 1e-15 * (4 + z * z))
    if abs(z) < 6 { #expect(abs(Elementary.normalCentral(z) - (expected - 0.5)) < 4e-16) }
  }

  @Test("the normal distribution function agrees with the C library everywhere")
  func normalEverywhere() {
    var worst = 0.0
    for step in 0...7600 {
      let z = Double(step) / 200
      let expected = 0.5 * Glibc.erfc(z / 2.0.squareRoot())
      guard expected > 1e-305 else { continue }
      worst = max(worst, relativeError(Elementary.normalCumulative(-z), expected) / (1 + z * z / 4))
    }
    #expect(worst < 1e-15)
    #expect(Elementary.normalCumulative(-.infinity) == 0 && Elementary.normalCumulative(.infinity) == 1)
    #expect(Elementary.normalCumulative(.nan).isNaN && Elementary.normalCumulative(-60) == 0)
  }

  @Test(
    "the logarithm of the gamma function, against 50-digit arithmetic",
    arguments: [
      (1e-300, 690.7755278982137), (1e-05, 11.512919692895826), (0.1, 2.252712651734206), (0.3, 1.0957979948180756),
      (0.5, 0.5723649429247001), (0.75, 0.20328095143129538), (0.999, 0.0005780385328913802),
      (1.001, -0.0005763935982833062), (1.3, -0.10817480950786047), (1.7, -0.09580769740706588),
      (1.9999, -4.227520877215346e-05), (2.0001, 4.2281658112919945e-05), (2.4, 0.21685932244884157),
      (2.6, 0.35741186354897986), (3.5, 1.2009736023470743), (7.25, 7.0521854507385395), (9.99, 12.779315214350193),
      (10, 12.801827480081469), (12.5, 18.734347511936445), (50, 144.5657439463449), (171.5, 709.1431630309282),
      (1000, 5905.220423209181), (1e6, 12815504.569147611), (1e15, 3.3538776394910668e+16),
    ])
  func logGamma(x: Double, expected: Double) {
    #expect(abs(Elementary.logGamma(x) - expected) <= 4e-15 * max(1, abs(expected)))
    #expect(Elementary.logGamma(1) == 0 && Elementary.logGamma(2) == 0 && Elementary.logGamma(0) == .infinity)
  }
}
