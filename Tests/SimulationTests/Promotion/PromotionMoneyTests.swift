// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Money in place: what counts as supported, what earns a fee, what was there before the grid.
@Suite struct PromotionMoneyTests {
  typealias Small = SmallPromotion

  /// Projects of some stage, no leads, and a building time of four years that hardly varies, over which money comes evenly.
  static func run(_ openings: [Identified<OpeningProjects>], _ change: (inout Promotion) -> Void = { _ in }) throws
    -> PromotionRun
  {
    PromotionProbe.run(
      try Small.design {
        $0.units[0].value.leads = Small.number(0)
        $0.stages[id: "building"].mean = Small.years(4)
        $0.stages[id: "building"].shape = Small.number(200)
        $0.money.curve = BetaLaw(alpha: Small.number(1), beta: Small.number(1))
        $0.openingProjects = openings
        change(&$0)
      })
  }

  static func commission(window: Double) -> Commission {
    Commission(
      rate: Small.share(0.01), most: Small.yuan(1e12), threshold: Small.yuan(0), window: Small.years(window))
  }

  /// Parts of the investment of projects of 1 to 1.01 亿元.
  static func part(_ fen: Int64, of count: Int) -> Double { Double(fen) / (Double(count) * 1.005e10) }

  /// Account of the one unit.
  static let bureau = 3

  /// The hazard of a halt, and the building time.
  static let fates: [(Double?, Double)] = [(nil, 2), (0.5, 2), (5, 2), (nil, 0)]

  @Test("money of projects that a fund bought is supported money, whenever it came", arguments: fates)
  func supportedMoney(hazard: Double?, building: Double) throws {
    let portfolio =
      "{kind: companies, period: 5 years, streams: [any], tickets_per_year: [400], tickets: {seed: {ticket: 100 万元}}, "
      + "mandate: {early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 0 %}, "
      + "concentration_limit: 20 %}"
    let text = SmallFund.text(law: SmallFund.fixed(1, years: 1), fund: ["portfolio": portfolio])
      .replacing("arrivals: {kind: unlimited}", with: "arrivals: {kind: per_year, mean: 0}")
    var (scenario, register) = try ScenarioWorkshop.read(text, ["time.length=3 years"])
    var section = Small.funded((seeking: 1, odds: 0, landing: 0))
    section.units[0].value.leads = Small.number(0)
    section.openingProjects = [Small.opening("talks", 20)]
    for stage in section.stages.indices { section.stages[stage].value.mean = Small.years(0) }
    section.stages[id: "signing"].odds = Small.share(1)
    section.stages[id: "building"].mean = Small.years(building)
    section.funding?.stage = "signing"
    section.paces = [Small.pace(underWay: 0.3)]
    section.stall = hazard.map { Small.stall($0, revival: 1) }
    scenario.promotion = section
    let run = PromotionProbe.run(try ResolvedDesign(scenario, register: register))
    #expect(run[.supported] == 20 && run[.inPlace] > 0)
    for quarter in 0..<12 {
      #expect(run[.supportedInPlace, in: quarter] == run[.inPlace, in: quarter], "quarter \(quarter)")
    }
  }

  @Test("a fee is paid for money that comes within the window, whatever halts take back", arguments: [nil, 5])
  func feeWindow(hazard: Double?) throws {
    let run = try Self.run([Small.opening("signing", 50)]) {
      $0.units[0].value.commission = Self.commission(window: 0.5)
      $0.stall = hazard.map { Small.stall($0) }
    }
    let within = run[.inPlace, in: 0] + run[.inPlace, in: 1]
    #expect(abs(Double(run[.spending, Self.bureau]) - 0.01 * Double(within)) < 200 && within > 0)
    #expect(run[.spending, in: 2] == 0)
  }

  @Test("a window that ends within a quarter lets the money up to its end count")
  func feeWithinQuarter() throws {
    let run = try Self.run([Small.opening("signing", 50)]) {
      $0.units[0].value.commission = Self.commission(window: 0.375)
    }
    let within = Double(run[.inPlace, in: 0]) + Double(run[.inPlace, in: 1]) / 2
    #expect(abs(Double(run[.spending, Self.bureau]) - 0.01 * within) < 200)
  }

  @Test("money that came before the grid earns no fee on it")
  func feeBefore() throws {
    let run = try Self.run([Small.opening("building", 50, age: 0.1)]) {
      $0.paces = [Small.pace(underWay: 0.5)]
      $0.units[0].value.commission = Self.commission(window: 10)
    }
    #expect(abs(Double(run[.spending, Self.bureau]) - 0.01 * Double(run[.inPlace])) < 200 && run[.inPlace] > 0)
  }

  @Test("a chain without a stage of building brings the money of opening projects at its end")
  func opensWithoutBuilding() throws {
    func placed(_ stage: String) throws -> PromotionRun {
      try Self.run([Small.opening(stage, 50)]) {
        $0.stages[id: "building"].milestone = nil
        $0.stages[id: "building"].mean = Small.years(0)
        $0.paces = [Small.pace(underWay: 0.25)]
      }
    }
    let before = try placed("talks")
    #expect(before[.signed] == 50 && before[.inPlace] == before[.contracted])
    #expect(abs(Self.part(try placed("building")[.inPlace], of: 50) - 0.75) < 0.01)
  }

  @Test("what opening projects had in place is lost with them")
  func opensWithMoney() throws {
    func writtenOff(_ stage: String, age: Double) throws -> Double {
      let run = try Self.run([Small.opening(stage, 400, age: age)]) {
        $0.stages[id: "production"].mean = Small.years(5)
        $0.stall = Small.stall(1000, stopAfter: 0.5)
      }
      #expect(run[.stopped] > 390)
      return Self.part(run[.writtenOff], of: 400)
    }
    // All of it after building; an eighth on average after half a year of four.
    #expect(abs(try writtenOff("production", age: 0) - 1) < 0.02)
    #expect(abs(try writtenOff("building", age: 0.5) - 0.125) < 0.02)
  }

  @Test("a rule on credit holds for projects that were signed before the grid")
  func opensWithCredit() throws {
    let run = try Self.run([Small.opening("production", 50)]) {
      $0.units.append(Small.unit("agency", home: "city", leads: 0))
      $0.credits = [
        Identified(
          id: "duty", value: CreditRule(unit: "agency", projects: Small.all, atHome: false, share: Small.share(1)))
      ]
    }
    #expect(run[.producing] == 50 && run[.producing, Self.bureau + 1] == 50)
  }
}
