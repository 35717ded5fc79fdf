// SPDX-License-Identifier: GPL-3.0-or-later
import NumericalCore
import Testing

@Suite("Root finding") struct BrentTests {
  @Test("finds roots to the tolerance")
  func roots() throws {
    #expect(abs(try Brent.root(in: 0...2) { $0 * $0 - 2 } - 2.0.squareRoot()) < 1e-12)
    var calls = 0
    let rate = try Brent.root(in: -0.5...1, tolerance: 1e-13) { rate in
      calls += 1
      return -100 + 39 / (1 + rate) + 59 / Elementary.pow(1 + rate, 2) + 55 / Elementary.pow(1 + rate, 3)
        + 20 / Elementary.pow(1 + rate, 4)
    }
    #expect(abs(rate - 0.28094842116) < 1e-11 && calls < 30)
    #expect(try Brent.root(in: 0...1) { $0 } == 0)
  }

  @Test("a failure says which routine, which status and where")
  func failures() {
    let same = #expect(throws: NumericalFailure.self) { try Brent.root(in: 1...2) { $0 } }
    #expect(
      same?.routine == "gsl_root_fsolver_set" && same?.status == 4
        && same?.context.english.contains("1.0...2.0") == true)
    #expect(same?.message == .init("invalid argument supplied by user", "参数无效"))
    let few = #expect(throws: NumericalFailure.self) {
      try Brent.root(in: 0...2, tolerance: 1e-15, maximumIterations: 2) { $0 * $0 - 2 }
    }
    #expect(few?.routine == "Brent.root" && few?.status == 11)
    #expect(throws: NumericalFailure.self) { try Brent.root(in: 0...2) { _ in .nan } }
  }
}
