// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Testing

@testable import ScenarioFiles

@Suite struct ScenarioFileTests {
  @Test func defaultsAreSound() {
    #expect(ShippedDefaults.shipped.issues == [])
    let unused = Set(ShippedDefaults.shipped.values.keys).subtracting(
      ScenarioFile.reading(.sample).describe().context.usedDefaults)
    #expect(unused.sorted() == [])
  }

  @Test func benchmark() throws {
    let folder = try TemporaryFolder(["scenario.yaml": Benchmark.text])
    let loaded = try ScenarioFile.load(folder.path, metrics: .sample)
    #expect(loaded.warnings == [])
    let model = loaded.model
    #expect(model.time == TimeGrid(start: Quarter(index: 8100), quarters: 60))
    #expect(model.run.uncertainty == false && model.run.seed == 1)
    guard case .staged(let law) = model.companyLaws[0].value else { throw Failure() }
    #expect(law.stages.map(\.stage) == [.seed, .a, .b, .c, .preIpo])
    #expect(law.market == .total && law.stages[0].outcomes.failed.value.fraction == 0.36)
    #expect(law.stages[4].stepUp == nil && law.stages[4].listing?.median.value == 2)
    guard case .companies(let programme) = model.funds[0].value.portfolio else { throw Failure() }
    #expect(programme.period.value.years == 5 && programme.ticketsPerYear.map(\.value) == [8])
    #expect(programme.tickets.map(\.stage) == [.seed, .a])
    #expect(model.funds[0].value.investors.map(\.value.commitment.value.yuan) == [4e8, 6e8])
    let paths = loaded.register.map(\.path)
    #expect(paths.contains("company_laws.benchmark.stages.seed.outcomes.failed"))
    #expect(loaded.register.first { $0.path == "company_laws.benchmark.preset" }?.isDefault == false)
    #expect(loaded.register.first { $0.path == "company_laws.benchmark.stages.a.step_up.median" }?.isDefault == true)
  }

  struct Failure: Error {}

  @Test func leastScenario() throws {
    let folder = try TemporaryFolder([
      "scenario.yaml": """
      guidefund: 1
      name: {en: Least, zh: 最简}
      time: {start: 2025-Q1, length: 12 years}
      funds:
        city:
          name: {en: City fund, zh: 市基金}
          starts: 2025-Q1
          investors:
            city: {class: city_fiscal, commitment: 10 亿元, source_of_funds: general_budget}
            social: {class: social_capital, commitment: 10 亿元}
          portfolio: {tickets_per_year: [6], tickets: {seed: {ticket: 500 万元}, a: {ticket: 2000 万元}, b: {ticket: 4000 万元}}}
      """
    ])
    let loaded = try ScenarioFile.load(folder.path, metrics: .sample)
    #expect(loaded.warnings == [])
    #expect(loaded.model.candidateStreams.map(\.id) == ["market"])
    #expect(loaded.model.funds[0].value.fees.management.count == 2)
  }
}
