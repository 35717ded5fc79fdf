// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// One mechanism at a time: knocked out it changes nothing, its dose has a response, its price is paid, it moves what it
/// names and nothing else.
@Suite struct PromotionMechanismTests {
  typealias Small = SmallPromotion

  /// A chain with even odds and half a year a stage, in which everything has room to move.
  static func middling(_ section: inout Promotion) {
    for place in section.stages.indices {
      section.stages[place].value.odds = Small.share(0.6)
      section.stages[place].value.mean = Small.years(0.3)
    }
    section.operation.ramp = Small.years(0.5)
    section.units.append(Small.unit("county", home: "east", leads: 200))
  }

  static func run(_ change: (inout Promotion) -> Void) throws -> PromotionRun {
    PromotionProbe.run(
      try SmallPromotion.design {
        middling(&$0)
        change(&$0)
      })
  }

  /// Accounts of the small section: city, east, west, then units.
  static let (bureau, county) = (3, 4)

  @Test("a lever without effect changes nothing", arguments: LeverEffect.allCases)
  func knockedOut(effect: LeverEffect) throws {
    let neutral = try Self.run { Self.prepare(&$0) }
    let none = try Self.run {
      Self.prepare(&$0)
      $0.levers = [Small.lever("lever", effect, 0)]
    }
    // A lever at its level at calibration is in the numbers already.
    let calibrated = try Self.run {
      Self.prepare(&$0)
      $0.levers = [Small.lever("lever", effect, 0.3)]
      $0.levers[0].value.levelAtCalibration = Small.number(1)
    }
    #expect(none.records == neutral.records)
    #expect(calibrated.records == neutral.records)
  }

  /// Something for every lever to act on.
  static func prepare(_ section: inout Promotion) {
    section.operation.closure = Small.rate(0.3)
    section.operation.expansion = Small.rate(0.5)
    section.operation.expansionUnit = "county"
    section.stages[id: "talks"].needs = [StageNeed(resource: .negotiators, keep: .stage)]
    section.units[0].value.capacity = Small.count(40)
    section.place = PlaceChoice(
      fit: Small.number(1), cost: Small.number(3), support: Small.number(1), credibility: Small.number(1),
      contested: Small.share(0), rivalled: Small.share(1))
    section.rivals = [
      Identified(
        id: "coast",
        value: RivalPlace(
          name: section.regions[0].value.name, attraction: Small.number(0.7), fit: [], costIndex: Small.number(1),
          support: Small.share(0), credibility: Small.share(1)))
    ]
  }

  /// Fen that a cost a year at first prices comes to in three years, each quarter at prices that rise by 2 % a year.
  static func threeYears(of cost: Double) -> Double {
    (0..<12).reduce(0) { $0 + cost / 4 * Elementary.exp(Elementary.log(1.02) * Double($1) / 4) }
  }

  @Test("more of a lever does more", arguments: LeverEffect.allCases)
  func dose(effect: LeverEffect) throws {
    let responses = try [0.0, 0.2, 0.4].map { dose in
      let run = try Self.run {
        Self.prepare(&$0)
        $0.levers = [Small.lever("lever", effect, dose)]
        $0.levers[0].value.cost = Small.yuan(1e6)
      }
      #expect(abs(Double(run[.spending]) - Self.threeYears(of: 1e8)) < 12)
      return Double(Self.response(run, to: effect))
    }
    #expect(responses[1] > responses[0] && responses[2] > responses[1])
  }

  static func response(_ run: PromotionRun, to effect: LeverEffect) -> Int64 {
    switch effect {
    case .rate: run[.leads]
    case .odds: run[.producing]
    case .duration: run[.producing]
    case .capacity: run[.negotiated]
    case .cost: -run[.rivalled]
    case .expansion: run[.leads]
    case .closure: -run[.closed]
    }
  }

  @Test("a lever moves the unit that it names and no other")
  func onlyTheNamedUnit() throws {
    let neutral = try Self.run { _ in }
    for effect in [LeverEffect.rate, .odds, .duration] {
      let moved = try Self.run {
        $0.levers = [Small.lever("lever", effect, 0.4)]
        $0.levers[0].value.units = ["county"]
      }
      #expect(moved.totals[Self.bureau] == neutral.totals[Self.bureau])
      #expect(moved.totals[Self.county] != neutral.totals[Self.county])
    }
  }

  @Test("what nothing asks for moves nothing")
  func placebo() throws {
    let neutral = try Self.run { _ in }
    let same = try Self.run {
      $0.units[0].value.flags = [ProjectShare(id: "unused", share: Small.share(0.5))]
      $0.levers = [Small.lever("lever", .odds, 0.9)]
      $0.levers[0].value.projects.flags = ["never_borne"]
      $0.sectors[0].value.flags = ["borne"]
      $0.units[1].value.flags = [ProjectShare(id: "never_borne", share: Small.share(0))]
      $0.sectors.append(Small.sector("other"))
      $0.rivals = []
    }
    #expect(same.records == neutral.records)
  }

  @Test("levers of one group weaken each other, and all together stay within their bound")
  func groups() throws {
    func signed(_ groups: [String], bound: Double = 5) throws -> Int64 {
      try Self.run {
        $0.bounds.odds = Small.number(bound)
        $0.levers = groups.enumerated().map { number, group in
          var lever = Small.lever("lever\(number)", .odds, 0.6)
          lever.value.group = group
          return lever
        }
      }[.signed]
    }
    let (one, alike, apart) = (try signed(["a"]), try signed(["a", "a"]), try signed(["a", "b"]))
    #expect(one < alike && alike < apart)
    #expect(try signed(["a", "b", "c"], bound: 0.6) == one)
  }

  @Test("slots serve as many projects as there are")
  func slotsCount() throws {
    let responses = try [0, 20, 2000].map { slots in
      try Self.run {
        $0.levers = [Small.lever("lever", .odds, 1)]
        $0.levers[0].value.slots = Small.count(slots)
      }[.signed]
    }
    #expect(responses[0] < responses[1] && responses[1] < responses[2])
    #expect(try Self.run { _ in }[.signed] == responses[0])
  }

  @Test("a budget that does not cover its uses shrinks them alike")
  func budgets() throws {
    func run(_ amount: Double) throws -> PromotionRun {
      try Self.run {
        $0.units[0].value.cost = Small.yuan(2e6)
        $0.budgets = [
          Identified(
            id: "line",
            value: PromotionBudget(
              name: $0.regions[0].value.name, amount: Small.yuan(amount), units: ["bureau"], pulses: [], levers: []))
        ]
      }
    }
    let (full, half) = (try run(2e6), try run(1e6))
    #expect(abs(Double(full[.spending] - 2 * half[.spending])) <= 24 && full[.spending] > 0)
    #expect(Double(half[.leads, Self.bureau]) < 0.6 * Double(full[.leads, Self.bureau]))
    #expect(half.totals[Self.county] == full.totals[Self.county])
  }

  @Test("credit sharing counts a project once for the region and once for every unit, by its own definition")
  func credits() throws {
    let run = try Self.run {
      $0.units.append(Small.unit("department", home: "city", leads: 0))
      $0.units[2].value.count = Small.count(4)
      $0.units[2].value.definition.from = Small.yuan(1.005e8)
      $0.credits = [
        Identified(
          id: "duty",
          value: CreditRule(unit: "department", projects: Small.all, atHome: false, share: Small.share(0.5)))
      ]
    }
    let neutral = try Self.run { _ in }
    #expect(run.totals[0] == neutral.totals[0])
    let credited = (5...8).reduce(Int64(0)) { $0 + run[.signed, $1] }
    #expect(run[.signed] == run[.signed, Self.bureau] + run[.signed, Self.county])
    // Half of them have a department beside their unit, and half of those fit its definition.
    #expect(abs(Double(credited) / Double(run[.signed]) - 0.25) < 0.08)
  }

  @Test("support that no budget pays becomes arrears and costs credibility and signings")
  func promises() throws {
    func run(_ budget: Double?) throws -> PromotionRun {
      try Self.run {
        $0.offers = [
          Identified(
            id: "grant",
            value: SupportOffer(
              name: $0.regions[0].value.name, basis: $0.regions[0].value.name, from: nil,
              until: Small.day("2027-01-01"),
              regions: ["east"], projects: Small.all, share: Small.share(0.05), after: .signed, years: Small.years(1),
              latePenalty: Small.rate(0), startWithin: Small.years(1)))
        ]
        $0.regions[1].value.supportBudget = budget.map { Small.yuan($0) }
        $0.commitments = CommitmentTerms(kept: Small.share(1), memory: Small.share(0.3))
        $0.stages[id: "signing"].loadings.credibility = Small.number(2)
      }
    }
    let (paid, unpaid) = (try run(nil), try run(1e6))
    #expect(paid[.supportPaid] == paid[.due] && paid[.arrears] == 0 && paid[.due] > 0)
    #expect(unpaid[.supportPaid] + unpaid[.arrears] == unpaid[.due])
    #expect(
      unpaid[.arrears] > 0 && unpaid[.signed] < paid[.signed], "\(unpaid[.signed]) \(paid[.signed]) \(unpaid[.arrears])"
    )
    #expect(paid[.promised] > 0 && paid[.due, 2] == 0)
  }

  @Test("a gate that sees quality turns worthless leads away")
  func gates() throws {
    func run(_ accuracy: Double?) throws -> PromotionRun {
      try Self.run {
        $0.units[0].value.worthless = Small.share(0.5)
        $0.stages[id: "talks"].gate = accuracy.map {
          AdmissionGate(
            every: Small.years(0), from: Small.yuan(0), threshold: Small.number(-1), accuracy: Small.share($0),
            cost: Small.yuan(1000))
        }
      }
    }
    let (blind, sharp, open) = (try run(0), try run(0.9), try run(nil))
    #expect(open[.rejected] == 0 && sharp[.rejected] > blind[.rejected])
    #expect(
      Double(sharp[.negotiated]) / Double(sharp[.leads] - sharp[.rejected])
        > Double(blind[.negotiated]) / Double(blind[.leads] - blind[.rejected]))
    #expect(sharp[.spending] == 100_000 * (sharp[.leads]))
  }

  @Test("a province nets what its cities take from each other")
  func relocations() throws {
    let run = try Self.run {
      $0.regions[0].value.netsRelocations = true
      $0.units[0].value.origins = [
        OriginShare(origin: .within, share: Small.share(0.4)), OriginShare(origin: .province, share: Small.share(0.6)),
      ]
    }
    #expect(run[.signed] < run[.signed, 1] + run[.signed, 2])
    #expect(run[.signed] > 0)
  }

  @Test("falling behind a quota raises effort, and what is reported")
  func pressure() throws {
    func run(_ quota: Double?, effort: Double, inflation: Double) throws -> PromotionRun {
      try Self.run {
        $0.units[1].value.quotas = quota.map { [UnitQuota(milestone: .signed, perYear: Small.number($0))] } ?? []
        $0.pressure = PressureTerms(effort: Small.number(effort), inflation: Small.number(inflation))
        $0.reporting = ReportingTerms(
          inflation: Small.number(1.2), audit: Small.share(0), correction: Small.share(0.5),
          statistical: Small.share(0.4), statisticalLag: Small.years(0.25))
      }
    }
    let (calm, pressed, lying) = (
      try run(nil, effort: 0.5, inflation: 0), try run(500, effort: 0.5, inflation: 0),
      try run(500, effort: 0, inflation: 0.5)
    )
    #expect(pressed[.leads, Self.county] > calm[.leads, Self.county])
    #expect(pressed.totals[Self.bureau] == calm.totals[Self.bureau])
    #expect(lying[.inPlace] == calm[.inPlace] && lying[.reported] > calm[.reported])
    #expect(abs(Double(calm[.reported]) / Double(calm[.inPlace]) - 1.2) < 1e-6)
  }

  @Test("a company that closes takes back what was to come of it")
  func closures() throws {
    let (open, closing) = (
      try Self.run { _ in }, try Self.run { $0.operation.closure = Small.rate(0.5) }
    )
    #expect(closing[.closed] > 0 && closing[.closed] + closing[.operating] == open[.operating])
    #expect(closing[.jobs] < open[.jobs] && closing[.output] < open[.output] && closing[.tax] < open[.tax])
    // Had all closed at once, nothing would be left: the level of jobs is that of companies which still produce.
    let all = try Self.run { $0.operation.closure = Small.rate(1000) }
    #expect(all[.jobs] <= 100 && all[.operating] <= 1 && all[.output] >= 0)
  }

  @Test("opening stocks go on: companies produce from the first day, projects pass their stage")
  func openings() throws {
    let run = try Self.run {
      $0.units[0].value.leads = Small.number(0)
      $0.units[1].value.leads = Small.number(0)
      $0.incumbents = [
        Identified(
          id: "old",
          value: Incumbents(count: Small.count(10), region: "east", sector: "goods", investment: Small.yuan(1e8)))
      ]
      $0.openingProjects = [
        Identified(
          id: "building",
          value: OpeningProjects(
            stage: "building", count: Small.count(200), region: "west", unit: "bureau",
            sectors: [ProjectShare(id: "goods", share: Small.share(1))],
            sizes: [ProjectShare(id: "one", share: Small.share(1))], age: Small.years(0.2)))
      ]
    }
    // Ten companies of 1e8 yuan, output of as much a year, for three years; half of a tenth of it stays.
    #expect(run[.leads] == 0 && run[.jobs, 1] == 1000 && run[.operating, 1] == 10)
    #expect(run.totals[1][PromotionKernel.outputRate] == 10 * 2_500_000_000)
    #expect(run[.completed] > 90 && run[.completed] < 150 && run[.inPlace, 2] > 0)
    #expect(run[.signed] == 0)
  }
}
