// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Simulation
import TestSupport
import Testing

@testable import Experiments

/// Targets of a promotion that delivers every lead at once: a year's signings are Poisson with mean 400.
@Suite struct PromotionTargetTests {
  private func target(
    _ id: String, _ entity: String, _ threshold: Double, metric: String = "signed", over: String? = nil,
    overEntity: String? = nil, year: Int = 2025
  ) -> Identified<Target> {
    let window = TargetWindow(from: Quarter(index: year * 4), to: Quarter(index: year * 4 + 3))
    return Identified(
      id: id,
      value: Target(
        name: BilingualText(id, id), entity: entity, metric: metric, over: over, overEntity: overEntity, window: window,
        inequality: .atLeast, threshold: Sourced(threshold), unit: "", growth: nil, basis: .simulated))
  }

  private func report(
    _ targets: [Identified<Target>], replicates: Int = 512, width: Int = 2,
    _ change: (inout Promotion) -> Void = { _ in }
  ) async throws -> TargetReport {
    var scenario = try SmallPromotion.scenario(change)
    scenario.targets = targets.sorted { $0.id < $1.id }
    scenario.run.replicates = replicates
    let experiment = try Experiment(scenario, register: [])
    let outcome = try await experiment.run(width: width)[0]
    return try #require(try await experiment.targets(after: outcome, width: width))
  }

  /// `P(N ≥ 440)` is 2.55 % for a mean of 400 (normal with a correction for skewness), a half for a mean of 440 − 1/3 and
  /// 80 % for the 80 % quantile of Gamma(440), 457.56.
  @Test("the factor on leads that a Poisson target needs")
  func poisson() async throws {
    let found = try await report([target("t", "region/city", 440)]).findings[0]
    let probability = try #require(found.probability)
    #expect(abs(probability - 0.0255) < 4 * (0.0255 * 0.9745 / 512).squareRoot())
    #expect(found.probabilityAtBase == probability, "nothing is uncertain")
    // 64 replicates place a probability to 6 %, 1 % of the factor moves it by 8 %, and four errors are allowed.
    #expect(abs(try #require(found.leadFactors[0]) / (439.67 / 400) - 1) < 0.031)
    #expect(abs(try #require(found.leadFactors[1]) / (457.56 / 400) - 1) < 0.031)
    #expect(found.firstMet == 4, "the first quarter of 2026 brings what is missing")
  }

  /// The equal counties bring 200 each; who asks more of the west finds it binding.
  @Test("each of the units must meet it, and workers change nothing")
  func units() async throws {
    func change(_ promotion: inout Promotion) {
      promotion.units = [
        SmallPromotion.unit("county_east", home: "east", leads: 260),
        SmallPromotion.unit("county_west", home: "west", leads: 140),
      ]
    }
    let targets = [target("all", "unit/county_*", 150), target("city", "region/city", 400)]
    let report = try await report(targets, change)
    let all = report.findings[0]
    // P(Poisson(140) ≥ 150) is 20.9 %, and the east never has fewer than 150.
    #expect(abs(try #require(all.probability) - 0.209) < 4 * (0.209 * 0.791 / 512).squareRoot())
    #expect(all.bindingUnit == "unit/county_west")
    let joint = try #require(report.joint)
    #expect(joint.all.probability > joint.ifIndependent, "signings of the west are signings of the city")
    #expect(joint.all.probability <= joint.ifComonotone)
    let again = try await self.report(targets, width: 1, change)
    #expect(again == report)
  }

  @Test("a share divides one entity by another; leads do not move it, so that no factor is enough")
  func shares() async throws {
    let found = try await report([
      target("share", "region/east", 0.9, over: "signed", overEntity: "region/city")
    ]) { promotion in
      promotion.units = [
        SmallPromotion.unit("east_unit", home: "east", leads: 300),
        SmallPromotion.unit("west_unit", home: "west", leads: 100),
      ]
    }.findings[0]
    #expect(abs(try #require(found.mean) - 0.75) < 0.01 && found.probability == 0)
    #expect(found.leadFactors == [nil, nil])
  }
}
