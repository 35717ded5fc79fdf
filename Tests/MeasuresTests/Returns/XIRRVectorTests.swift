// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

@Suite struct XIRRVectorTests {
  static let dated = XIRRVectors.expectations.filter { $0.function == "xirr" }

  @Test func everyFileIsCovered() {
    #expect(XIRRVectors.files.count == 21)
    #expect(Set(Self.dated.map(\.file)).union(["rw-50.csv"]) == Set(XIRRVectors.files))
  }

  @Test("the published rate is among the roots", arguments: dated)
  func published(vector: XIRRVectors.Expectation) {
    let rates = TimedFlows(XIRRVectors.flows(vector.file)).rates()
    #expect(rates.contains { abs($0 - vector.expected) < 1e-8 })
  }

  @Test("all roots and the status agree with an independent search", arguments: dated)
  func roots(vector: XIRRVectors.Expectation) {
    let flows = TimedFlows(XIRRVectors.flows(vector.file))
    let rates = flows.rates()
    #expect(rates.count == vector.roots.count)
    for (found, expected) in zip(rates, vector.roots) {
      #expect(abs(found - expected) <= 2e-9 * max(1, abs(expected)))
    }
    #expect(flows.internalRate().status.rawValue == vector.status)
  }

  @Test("the reported rate is the nearest to zero on the side of the sum", arguments: dated)
  func convention(vector: XIRRVectors.Expectation) throws {
    let flows = TimedFlows(XIRRVectors.flows(vector.file))
    let rate = try #require(flows.internalRate().rate)
    let side = flows.amounts.reduce(0, +) > 0 ? 1.0 : -1.0
    let preferred = flows.rates().filter { $0 * side > 0 }
    let candidates = preferred.isEmpty ? flows.rates() : preferred
    #expect(candidates.allSatisfy { abs(rate) <= abs($0) })
  }

  @Test("the flows have no present value at their rates", arguments: XIRRVectors.files)
  func residual(file: String) {
    let flows = TimedFlows(XIRRVectors.flows(file))
    for rate in flows.rates() where rate > -0.9 {
      let size = TimedFlows(times: flows.times, amounts: flows.amounts.map(abs)).netPresentValue(rate: rate)
      #expect(abs(flows.netPresentValue(rate: rate)) < 1e-12 * size)
    }
  }

  @Test func randomWalkOfFifty() throws {
    // No expectation is published; SciPy's brentq gives this.
    let rate = TimedFlows(XIRRVectors.flows("rw-50.csv")).internalRate()
    #expect(rate.status == .unique)
    #expect(abs(try #require(rate.rate) - 0.13242188147258083) < 1e-12)
  }

  @Test func presentValueOfUnorderedFlows() throws {
    let vector = try #require(XIRRVectors.expectations.first { $0.function == "xnpv" })
    let flows = TimedFlows(XIRRVectors.flows(vector.file))
    #expect(abs(flows.netPresentValue(rate: try #require(vector.rate)) - vector.expected) < 1e-8)
  }

  @Test func amountsInFileOrder() throws {
    let vector = try #require(XIRRVectors.expectations.first { $0.function.hasPrefix("irr") })
    var solver = InternalRateSolver(periodsPerYear: 1)
    let rate = try #require(solver.solve(XIRRVectors.flows(vector.file).map(\.amount)).rate)
    #expect(abs(rate - vector.expected) < 1e-8)
  }

  @Test("a second root beyond the documented range is left out")
  func beyondTheRange() {
    // 30-5.csv has another root at -0.99999985, u = -15.7, outside -14...9 per year.
    let flows = TimedFlows(XIRRVectors.flows("30-5.csv"))
    #expect(flows.netPresentValue(rate: -0.999_999_9) * flows.netPresentValue(rate: -0.999_999_8) < 0)
    #expect(flows.internalRate().status == .unique)
  }
}
