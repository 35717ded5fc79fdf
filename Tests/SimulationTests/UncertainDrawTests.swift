// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Numbers that are drawn never leave what their field allows.
@Suite struct UncertainDrawTests {
  /// Fields of the Yangjiang scenario, with a base value and a range so wide that a normal law reaches beyond them.
  static let wide: [(path: String, range: String)] = [
    ("funds.venture_fund.waterfall.hurdle.rate", "value: 6 %, low: 0 %, high: 8 %"),
    ("funds.venture_fund.investors.city.commitment", "value: 3 亿元, low: 0 元, high: 10 亿元"),
    ("funds.venture_fund.portfolio.period", "value: 4 years, low: 0.25 years, high: 6 years"),
    ("company_laws.venture.stages.seed.sojourn_mean", "value: 2 years, low: 0.1 years, high: 10 years"),
    ("company_laws.venture.stages.seed.step_up.median", "value: 1.2, low: 0.01, high: 3"),
    ("company_laws.venture.buy_back.delay", "value: 1 year, low: 0 years, high: 3 years"),
    ("company_laws.venture.max_multiple", "value: 100, low: 1, high: 200"),
    ("economy.common_factor.persistence", "value: 0.9, low: 0.5, high: 0.99"),
    ("economy.sectors.equipment.persistence", "value: 0.9, low: 0.5, high: 0.99"),
    ("funds.venture_fund.fees.set_up", "value: 100 万元, low: 0 元, high: 300 万元"),
    ("funds.venture_fund.fees.fixed_per_year", "value: 50 万元, low: 0 元, high: 300 万元"),
    ("funds.venture_fund.manager.skill", "value: 0.2, low: 0, high: 1"),
  ]

  @Test("under a normal law", arguments: wide)
  func inside(path: String, range: String) async throws {
    let setting = "\(path)={\(range), shape: normal}"
    let (scenario, register) = try ScenarioWorkshop.load(
      "yangjiang-2025", ScenarioWorkshop.fundsAlone + [setting, "run.correlations=[]"])
    let parameter = try #require(register.firstIndex { $0.path == path })
    let allowed = try #require(register[parameter].allowed)
    let numbers = try UncertainNumbers(scenario, register: register)
    var drawn: Set<Double> = []
    for replicate in 0..<200 {
      let values = numbers.values(RandomNumbers(seed: 1, replicate: UInt32(replicate)))
      drawn.insert(try #require(values.drawn[parameter]))
    }
    #expect(drawn.allSatisfy(allowed.contains))
    #expect(drawn.count > 100)
    let design = try ResolvedDesign(scenario, register: register)
    _ = try await Ensemble([design]).run(count: 20, width: 1)
  }
}
