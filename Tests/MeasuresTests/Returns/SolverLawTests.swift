// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Testing

/// Random flows against an independent, slow search on a dense grid.
@Suite struct SolverLawTests {
  /// A fund's net flows in whole fen: calls early, exits later, with noise.
  static func fundFlows(_ random: inout FlowRandom) -> [Double] {
    var flows = [Double](repeating: 0, count: 60)
    let start = random.below(4)
    for quarter in start..<(start + 12) { flows[quarter] -= random.uniform(0, 5e9).rounded() }
    for quarter in 20..<44 { flows[quarter] -= random.uniform(0, 3e8).rounded() }
    for _ in 0..<(1 + random.below(30)) {
      flows[4 + random.below(44)] += (2e8 / (1.01 - random.uniform())).rounded()
    }
    return flows
  }

  /// Changes of sign of `Σ fₖ e^(−u k)` on 4,000 points, halved to their places: rates per quarter.
  static func denseRoots(_ flows: [Double]) -> [Double] {
    func value(_ v: Double) -> Double { flows.reversed().reduce(0) { $0 * v + $1 } }
    // v from e^-2.25 to e^3.5, in equal ratios.
    let ratio = 1.001_438_5
    var roots: [Double] = []
    var (low, atLow) = (0.105_399_224, value(0.105_399_224))
    for _ in 0..<4000 {
      let high = low * ratio
      let atHigh = value(high)
      if (atLow < 0) != (atHigh < 0) {
        var (left, right) = (low, high)
        for _ in 0..<60 {
          let middle = 0.5 * (left + right)
          if (value(middle) < 0) == (atLow < 0) { left = middle } else { right = middle }
        }
        roots.append(1 / left - 1)
      }
      (low, atLow) = (high, atHigh)
    }
    return roots.sorted()
  }

  @Test("agrees with a dense search on funds", arguments: [1, 2, 3, 4])
  func funds(seed: UInt64) {
    var random = FlowRandom(seed: seed)
    var solver = InternalRateSolver()
    for _ in 0..<100 {
      let flows = Self.fundFlows(&random)
      let rate = solver.solve(flows)
      guard rate != .totalLoss else { continue }
      Self.compare(solver.roots, Self.denseRoots(flows), rate, flows)
    }
  }

  @Test("agrees with a dense search on flows of random sign", arguments: [11, 12, 13, 14])
  func noise(seed: UInt64) {
    var random = FlowRandom(seed: seed)
    var solver = InternalRateSolver()
    for _ in 0..<100 {
      let flows = (0..<(2 + random.below(60))).map { _ in random.uniform(-1, 1) }
      guard flows.contains(where: { $0 > 0 }), flows.contains(where: { $0 < 0 }) else { continue }
      let rate = solver.solve(flows)
      let found = solver.roots.filter { $0 > -0.969 && $0 < 8.48 }
      Self.compare(found, Self.denseRoots(flows), rate, flows)
    }
  }

  static func compare(_ found: [Double], _ dense: [Double], _ rate: InternalRate, _ flows: [Double]) {
    #expect(found.count == dense.count, "\(found) \(dense) \(flows)")
    for (one, other) in zip(found, dense) {
      #expect(abs(one - other) < 1e-9 * (1 + abs(one)), "\(flows)")
    }
    guard let reported = rate.rate, found.count == dense.count else { return }
    let side = flows.reduce(0, +)
    let preferred = found.filter { $0 * side > 0 }
    #expect((preferred.isEmpty ? found : preferred).allSatisfy { abs(reported) <= abs($0) })
  }

  @Test func zerosAtTheEndsAndTheUnitOfMoneyChangeNothing() {
    var random = FlowRandom(seed: 21)
    var solver = InternalRateSolver()
    for _ in 0..<200 {
      let flows = Self.fundFlows(&random)
      let plain = solver.solve(flows)
      let padded = solver.solve([0, 0, 0] + flows + [0, 0, 0, 0, 0])
      let scaled = solver.solve(flows.map { $0 * 1024 })
      #expect(scaled == plain)
      #expect(padded.status == plain.status)
      #expect((padded.rate == nil) == (plain.rate == nil))
      if let one = padded.rate, let other = plain.rate { #expect(abs(one - other) < 1e-13) }
    }
  }

  @Test func aReusedSolverGivesTheBytesOfAFreshOne() {
    var random = FlowRandom(seed: 22)
    var reused = InternalRateSolver()
    for _ in 0..<200 {
      let flows = Self.fundFlows(&random)
      var fresh = InternalRateSolver()
      #expect(reused.solve(flows) == fresh.solve(flows))
      #expect(reused.roots == fresh.roots)
    }
  }

  @Test func evenlySpacedAndDatedSearchesAgree() throws {
    var random = FlowRandom(seed: 23)
    var solver = InternalRateSolver(periodsPerYear: 1)
    for _ in 0..<100 {
      let flows = (0..<30).map { _ in random.uniform(-1, 1) }
      let timed = TimedFlows(times: flows.indices.map(Double.init), amounts: flows)
      let even = solver.solve(flows)
      let dated = timed.internalRate()
      #expect(even.status == dated.status || solver.roots.contains { $0 < -0.9999991 || $0 > 8100 })
      if let one = even.rate, let other = dated.rate { #expect(abs(one - other) < 1e-10 * (1 + abs(one))) }
    }
  }

  @Test("a thousand dated flows are no burden")
  func manyDatedFlows() throws {
    var random = FlowRandom(seed: 24)
    let times = (0..<1000).map { Double($0) / 50 }
    let flows = TimedFlows(times: times, amounts: times.map { $0 < 8 ? random.uniform(-3, 0) : random.uniform(0, 2) })
    let rate = flows.internalRate()
    #expect(rate.status == .unique)
    #expect(abs(flows.netPresentValue(rate: try #require(rate.rate))) < 1e-9)
  }
}
