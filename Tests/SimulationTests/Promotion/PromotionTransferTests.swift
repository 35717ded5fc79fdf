// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// A lead that another unit takes over begins its talks again, and is still one lead.
@Suite struct PromotionTransferTests {
  typealias Small = SmallPromotion

  /// Talks of a quarter and a signing of a year, from which all leads go to another unit half a year after they came.
  static func late(_ section: inout Promotion, home: String = "east") {
    section.stages[id: "talks"].mean = Small.years(0.25)
    section.stages[id: "signing"].mean = Small.years(1)
    section.units.append(Small.unit("county", home: home, leads: 0))
    section.transfers = [Small.transfer(to: "county")]
  }

  @Test("talks that begin again count as one negotiated project, and bring followers once")
  func countsOnce() throws {
    let design = try Small.design {
      Self.late(&$0)
      $0.followers = [
        Identified(
          id: "chain",
          value: FollowerRule(
            leaders: Small.all, after: .negotiated, mean: Small.number(0.5), window: Small.years(0.2), unit: "bureau",
            sameSector: true))
      ]
    }
    let run = PromotionProbe.run(design, hasJournal: true)
    let passed = run.journal.filter { $0.happening == .passed && $0.stage == 0 }.map(\.project)
    #expect(run[.transferred] > 300 && passed.count > Set(passed).count + 200)
    #expect(run[.negotiated] == Int64(Set(passed).count) && run[.negotiated] <= run[.leads])
    // It counts for the unit that brought it, and for the one that came to it with it, in its county.
    let (east, bureau, county) = (1, 3, 4)
    let there = run.journal.filter { $0.happening == .passed && $0.stage == 0 && $0.unit == 1 }.count
    #expect(run[.negotiated, bureau] == run[.negotiated])
    #expect(run[.negotiated, county] == Int64(there) && run[.negotiated, east] == Int64(there) && there > 300)
    // Leads of their own, and half a follower for each project; five deviations.
    let followers = Double(run[.leads] + Int64(run.unborn)) - 1200
    #expect(abs(followers - 0.5 * Double(run[.negotiated])) < 5 * 50)
    // The day on which a stage was passed is the first one.
    let lives = try ProjectLife.replayed(design, replicates: [0])
    for project in Set(passed).prefix(50) {
      let first = run.journal.first { $0.happening == .passed && $0.stage == 0 && $0.project == project }
      #expect(lives.first { $0.project == project }?.passed[0] == first?.time)
    }
  }

  @Test("a project is offered to funds once")
  func offeredOnce() throws {
    var (scenario, _) = try ScenarioWorkshop.read(
      SmallFund.text(law: SmallFund.fixed(1, years: 1))
        .replacing("arrivals: {kind: unlimited}", with: "arrivals: {kind: per_year, mean: 20}"), ["time.length=3 years"]
    )
    var section = Small.funded((1, 0, 0))
    Self.late(&section)
    scenario.promotion = section
    var kernel = ReplicateKernel(try ResolvedDesign(scenario, register: []).plan)
    kernel.run(replicate: 0)
    let offers = kernel.promotion.funding.offers.indices.map { kernel.promotion.funding.offers[$0].entity }
    #expect(offers.count > 900 && Set(offers).count == offers.count)
  }

  /// The whole city's unit takes over leads whose place was chosen before the talks.
  @Test("what has chosen a place stands in one, whoever takes it over")
  func keepsAPlace() throws {
    let run = PromotionProbe.run(
      try Small.design {
        $0.stages.insert(Small.stage("contact", nil), at: 0)
        $0.stages[id: "contact"].choosesPlace = true
        Self.late(&$0, home: "city")
        $0.offers = [Small.offer()]
        $0.reporting = Small.reporting(1)
      })
    let (city, east, west) = (0, 1, 2)
    #expect(run[.transferred] > 300 && run[.signed] > 300)
    for quantity in [PipelineQuantity.signed, .promised, .inPlace, .due, .reported] {
      #expect(run[quantity, city] == run[quantity, east] + run[quantity, west], "\(quantity)")
    }
    #expect(run[.signed, east] > 100 && run[.signed, west] > 100 && run[.reported] == run[.inPlace])
  }

  @Test("what a fair shows behind the choice of a place stands in one, whatever rivals there are")
  func fairs() throws {
    let run = PromotionProbe.run(
      try Small.design {
        $0.units[0].value.leads = Small.number(0)
        $0.pulses = [Small.pulse(leads: 200)]
        $0.stages.insert(Small.stage("contact", nil), at: 0)
        $0.stages[id: "contact"].choosesPlace = true
        $0.stages[id: "talks"].showsAtFair = Small.share(1)
        PromotionMechanismTests.prepare(&$0)
        $0.operation.expansionUnit = nil
        $0.operation.expansion = Small.rate(0)
        $0.units[0].value.capacity = nil
        $0.stages[id: "talks"].needs = []
      })
    #expect(run[.signed] == run[.leads] && run[.rivalled] == 0)
    #expect(run[.signed] == run[.signed, 1] + run[.signed, 2] && run[.signed, 1] > 50)
  }
}
