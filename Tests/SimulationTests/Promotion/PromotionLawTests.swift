// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// Laws that hold in every replicate of the promotion of capital.
@Suite struct PromotionLawTests {
  /// Everything at once: losses, delays, queues, gates, rivals, paces, stalls, transfers, followers, closures.
  static func busy(_ section: inout Promotion) {
    typealias Small = SmallPromotion
    section.sizes = [Small.size("one", from: 1e7, upTo: 5e9)]
    section.stages[id: "talks"].odds = Small.share(0.5)
    section.stages[id: "talks"].mean = Small.years(0.4)
    section.stages[id: "talks"].needs = [StageNeed(resource: .negotiators, keep: .stage)]
    section.stages[id: "talks"].patience = Small.years(1)
    section.stages[id: "talks"].gate = AdmissionGate(
      every: Small.years(1.0 / 12), from: Small.yuan(1e8), threshold: Small.number(-0.5), accuracy: Small.share(0.4),
      cost: Small.yuan(1e4))
    section.stages[id: "signing"].odds = Small.share(0.7)
    section.stages[id: "signing"].mean = Small.years(0.2)
    section.stages[id: "building"].odds = Small.share(0.9)
    section.stages[id: "building"].mean = Small.years(1)
    section.stages[id: "building"].needs = [
      StageNeed(resource: .land, keep: .life), StageNeed(resource: .factory, keep: .life),
      StageNeed(resource: .attention, keep: .stage),
    ]
    section.stages[id: "production"].mean = Small.years(0.2)
    section.sectors[0].value.factoryShare = Small.share(0.4)
    section.pools = [
      Small.pool("land_east", .land, in: "east", 4000), Small.pool("land_west", .land, in: "west", 1000),
      Small.pool("works", .factory, in: "city", 300_000), Small.pool("team", .attention, in: "city", 30),
    ]
    section.pools[1].value.queue = .intensity
    section.pools[2].value.queue = .smallest
    section.units[0].value.capacity = Small.count(60)
    section.units[0].value.worthless = Small.share(0.1)
    section.units.append(Small.unit("county", home: "east", leads: 80))
    section.units[1].value.capacity = Small.count(10)
    section.place = PlaceChoice(
      fit: Small.number(1), cost: Small.number(1), support: Small.number(1), credibility: Small.number(1),
      contested: Small.share(0.3), rivalled: Small.share(0.5))
    section.rivals = [
      Identified(
        id: "coast",
        value: RivalPlace(
          name: section.regions[0].value.name, attraction: Small.number(0), fit: [], costIndex: Small.number(1.1),
          support: Small.share(0), credibility: Small.share(1)))
    ]
    section.paces = [
      Identified(
        id: "never",
        value: ProjectPace(
          name: section.regions[0].value.name, share: Small.share(0.2), preparation: Small.number(1),
          building: Small.number(1), last: .signed,
          underWay: Small.share(0), realised: Small.share(0.1))),
      Identified(
        id: "slow",
        value: ProjectPace(
          name: section.regions[0].value.name, share: Small.share(0.8), preparation: Small.number(1),
          building: Small.number(1), last: nil,
          underWay: Small.share(0.1), realised: Small.share(0.8))),
    ]
    section.stall = StallTerms(
      hazard: Small.rate(0.3), quality: Small.number(-0.5), revival: Small.rate(0.5), stopAfter: Small.years(0.8),
      writeOff: Small.share(0.5))
    section.transfers = [
      Identified(
        id: "talk",
        value: TransferRule(
          leads: SmallPromotion.all, lock: Small.years(0.5), before: .signed, unit: "county", chance: Small.share(0.5),
          benefit: Small.share(0.3), years: Small.years(1)))
    ]
    section.followers = [
      Identified(
        id: "chain",
        value: FollowerRule(
          leaders: SmallPromotion.all, after: .producing, mean: Small.number(0.5), window: Small.years(0.5),
          unit: "bureau", sameSector: true))
    ]
    section.operation.closure = Small.rate(0.2)
    section.operation.rescue = Small.share(0.2)
    section.operation.expansion = Small.rate(0.1)
    section.operation.expansionUnit = "county"
    section.operation.referrals = Small.number(0.1)
    section.operation.ramp = Small.years(0.6)
  }

  @Test("without loss, delay and limits every lead is delivered, and all of its money")
  func deliversItsLeads() throws {
    let design = try SmallPromotion.design()
    for replicate in 0..<20 {
      let run = PromotionProbe.run(design, replicate: UInt32(replicate))
      #expect(run[.leads] > 900 && run[.leads] < 1500)
      for quantity in [PipelineQuantity.negotiated, .signed, .completed, .producing, .operating] {
        #expect(run[quantity] == run[.leads])
      }
      #expect(run[.inPlace] == run[.contracted])
      #expect(run[.lost] == 0 && run[.waiting] == 0)
      #expect(run.living == 0)
    }
  }

  @Test("at every stage what entered has passed, is lost, was handed over, or is there", arguments: 0..<12)
  func conserves(replicate: Int) throws {
    let run = PromotionProbe.run(try SmallPromotion.design(Self.busy), replicate: UInt32(replicate))
    for (number, stage) in run.stages.enumerated() {
      #expect(stage.entered == stage.passed + stage.lost + stage.transferred + run.inStage[number])
      guard number + 1 < run.stages.count else { continue }
      let onward = stage.passed - stage.ended - run.resting[number]
      #expect(run.stages[number + 1].entered == onward)
      #expect(stage.entered > 0 && stage.lost > 0)
    }
    // Those that are handed over begin the talks again.
    let begun = run.stages[0].entered - run.stages.reduce(0) { $0 + $1.transferred }
    #expect(run.born == begun + run.unborn)
    #expect(Int(run[.leads]) == begun)
    #expect(run.mostLiving < run.born * 3 / 4)
  }

  @Test("what pools gave out and what is left is what there was", arguments: 0..<12)
  func neverOverAllocates(replicate: Int) throws {
    let run = PromotionProbe.run(try SmallPromotion.design(Self.busy), replicate: UInt32(replicate))
    for pool in run.available.indices {
      #expect(run.available[pool] >= 0)
      #expect(run.available[pool] + run.held[pool] == run.total[pool])
    }
    #expect(run.available[0] < run.total[0] && run.held[0] > 0)
  }

  @Test("the city is the sum of its counties once a place is chosen")
  func countsOnce() throws {
    let run = PromotionProbe.run(try SmallPromotion.design(Self.busy))
    for quantity in [PipelineQuantity.signed, .contracted, .inPlace, .completed, .output, .jobs, .landUsed] {
      #expect(run[quantity] == run[quantity, 1] + run[quantity, 2])
      #expect(run[quantity] > 0)
    }
  }

  @Test("doubling the capacity of the one stage with a queue never lowers signings", arguments: [5, 20, 60])
  func moreCapacityNeverHurts(capacity: Int) throws {
    func design(_ capacity: Int) throws -> ResolvedDesign {
      try SmallPromotion.design {
        $0.stages[id: "talks"].odds = SmallPromotion.share(0.6)
        $0.stages[id: "talks"].mean = SmallPromotion.years(0.3)
        $0.stages[id: "talks"].needs = [StageNeed(resource: .negotiators, keep: .stage)]
        $0.stages[id: "signing"].mean = SmallPromotion.years(0.3)
        $0.stages[id: "signing"].odds = SmallPromotion.share(0.5)
        $0.units[0].value.capacity = SmallPromotion.count(capacity)
      }
    }
    let (single, double) = (try design(capacity), try design(2 * capacity))
    for replicate in 0..<60 {
      let (few, many) = (
        PromotionProbe.run(single, replicate: UInt32(replicate)),
        PromotionProbe.run(double, replicate: UInt32(replicate))
      )
      #expect(many[.signed] >= few[.signed])
      #expect(many[.leads] == few[.leads])
      if capacity < 60 { #expect(few[.waiting] > many[.waiting]) }
    }
  }

  @Test("what a project draws does not hang on queues")
  func ownDraws() throws {
    func lives(_ capacity: Int) throws -> [Double: [Double]] {
      let design = try SmallPromotion.design {
        Self.busy(&$0)
        $0.transfers = []
        $0.units[0].value.capacity = SmallPromotion.count(capacity)
      }
      let entries = PromotionProbe.run(design, hasJournal: true).journal
      var arrivals: [Int: Double] = [:]
      var began: [Int: Double] = [:]
      var durations: [Double: [Double]] = [:]
      for entry in entries {
        switch entry.happening {
        case .arrived: arrivals[entry.project] = entry.time
        case .began: began[entry.project] = entry.time
        case .passed, .lost:
          guard entry.stage == 0, let start = began[entry.project], let arrival = arrivals[entry.project] else { break }
          durations[arrival] = [entry.time - start, entry.happening == .passed ? 1 : 0, entry.investment]
        default: break
        }
      }
      return durations
    }
    let (narrow, wide) = (try lives(20), try lives(200))
    var common = 0
    for (arrival, life) in narrow {
      guard let other = wide[arrival] else { continue }
      common += 1
      #expect(abs(life[0] - other[0]) < 1e-9 && life[1] == other[1] && life[2] == other[2])
    }
    #expect(common > 50)
  }

  @Test("a replicate is the same whoever ran before it in the same memory")
  func carriesNothingOver() throws {
    let design = try SmallPromotion.design(Self.busy)
    var kernel = ReplicateKernel(design.plan)
    kernel.run(replicate: 7)
    kernel.run(replicate: 3)
    let again = kernel.promotion.records.indices.map { kernel.promotion.records[$0] }
    #expect(again == PromotionProbe.run(design, replicate: 3).records)
  }
}
