// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// Mistakes in the section `promotion`: each is found at its place, named in both languages, and mended where a word was
/// misspelt.
@Suite struct PromotionMistakeTests {
  private func issues(_ text: String) throws -> [ScenarioIssue] {
    let folder = try TemporaryFolder(["scenario.yaml": text])
    return ScenarioFile.issues(of: folder.path, metrics: .sample)
  }

  /// What is written, what is written instead, and the message without its place.
  static let mistakes: [(String, String, String)] = [
    (
      "arrivals: {kind: per_year, mean: 60}", "arrivals: {kind: unlimited}",
      "promotion.funding.stream: the stream market is unlimited, so its funds never meet a project"
    ),
    (
      "talks:\n      patience", "talks:\n      after: intent\n      patience",
      "promotion.stages.intent.after: the stages follow each other in a circle: intent → talks → intent"
    ),
    (
      "trial: {after: building}", "trial: {after: scale}",
      "promotion.stages.trial.after: nothing has this id (scale); expected an id of promotion.stages"
    ),
    (
      "trial: {after: building}", "trial: {after: null}",
      "promotion.stages.trial: a second stage without 'after' beside contact"
    ),
    (
      "trial: {after: building}", "trial: {after: start}",
      "promotion.stages.trial.after: the stage building already follows start"
    ),
    (
      "intent: {shows_at_fair: 30 %", "intent: {odds: 130 %, shows_at_fair: 30 %",
      "promotion.stages.intent.odds: out of range (130 %); expected a share with its unit"
    ),
    (
      "intent: {shows_at_fair: 30 %", "intent: {odds: -5 %, shows_at_fair: 30 %",
      "promotion.stages.intent.odds: out of range (-5 %)"
    ),
    ("opening: 3000 亩", "opening: -3000 亩", "promotion.pools.land_north.opening: out of range (-3000 亩)"),
    (
      "opening: 20 万平方米", "opening: 20 亩",
      "promotion.pools.factories.opening: the unit '亩' does not fit here (20 亩); expected an area of floor"
    ),
    ("opening: 10 万吨标准煤", "opening: 100000", "promotion.pools.energy.opening: a number without unit (100000)"),
    (
      "level: city, nets_relocations: true", "level: city, arrears: 100 万元",
      "promotion.regions.city.arrears: support is owed in regions without parts; city has parts"
    ),
    (
      "kind: squad, count: 8, home: city", "kind: squad, count: 8",
      "promotion.units.squad.home: missing key (home)"
    ),
    (
      "kind: agent, home: north", "kind: agent, home: nort",
      "promotion.units.agent.home: nothing has this id (nort); expected an id of promotion.regions; did you mean 'north'?"
    ),
    (
      "first_talk: {leads: {units: [agent]}, lock: 6 months, unit: bureau",
      "first_talk: {leads: {units: [agent]}, lock: 6 months, unit: agent",
      "promotion.transfers.first_talk.unit: the rule hands the leads of agent to agent itself"
    ),
    (
      "units: [squad]}, unit: bureau", "units: [squad]}, unit: squad",
      "promotion.routes.a_large.unit: the rule hands the leads of squad to squad itself"
    ),
    (
      "sectors: {equipment: 60 %, textiles: 40 %}", "sectors: {equipment: 60 %, textile: 40 %}",
      "promotion.units.bureau.sectors.textile: nothing has this id (textile); expected an id of promotion.sectors; did you mean 'textiles'?"
    ),
    (
      "sectors: {equipment: 60 %, textiles: 40 %}", "sectors: {equipment: 60 %, textiles: 30 %}",
      "promotion.units.bureau.sectors: the shares sum to 90 %; expected a sum of 100 %"
    ),
    (
      "date: 2025-09-18", "date: 2035-09-18",
      "promotion.pulses.fair.date: outside the time of the scenario (2035-09-18)"
    ),
    (
      "{date: 2026-01-01, amount", "{date: 2024-12-31, amount",
      "promotion.pools.land_north.additions.0.date: outside the time of the scenario (2024-12-31)"
    ),
    (
      "starts: 2025-04-01, ends: 2028-01-01", "starts: 2025-04-01, ends: 2025-04-01",
      "promotion.units.squad.ends: it ends before it starts"
    ),
    (
      "season: [0.8, 1.1, 1, 1.1]", "season: [0.8, 1.1, 1]",
      "promotion.units.bureau.season: not four weights that add up to 4"
    ),
    ("parent: city, fit", "parent: north, fit", "promotion.regions.north.parent: the regions lie in each other"),
    (
      "south: {name: {en: South, zh: 南县}, parent: city}", "south: {name: {en: South, zh: 南县}}",
      "promotion.regions.south: a second region without parent beside city"
    ),
    (
      "giant: {name: {en: Giant, zh: 特大}, from: 50 亿元, up_to: 200 亿元",
      "giant: {name: {en: Giant, zh: 特大}, from: 50 亿元, up_to: 20 亿元",
      "promotion.sizes.giant.up_to: the class has no room between its ends"
    ),
    (
      "operation: {rescue: 10 %, expansion_unit: hosts}",
      "operation: {rescue: 10 %, expansion_unit: host}",
      "promotion.operation.expansion_unit: nothing has this id (host); expected an id of promotion.units; did you mean 'hosts'?"
    ),
    (
      "leaders: {flags: [chain_leader]}", "leaders: {flags: [chain_leder]}",
      "promotion.followers.chain.leaders.flags.0: nothing has this id (chain_leder); expected an id of promotion.flags; did you mean 'chain_leader'?"
    ),
    (
      "stages: [land, start]", "stages: [land, starts]",
      "promotion.levers.approvals.stages.1: nothing has this id (starts); expected an id of promotion.stages; did you mean 'start'?"
    ),
    ("acts: odds", "acts: odd", "promotion.levers.training.acts: unknown choice (odd)"),
    (
      "region: south, opening: 20", "region: sooth, opening: 20",
      "promotion.pools.factories.region: nothing has this id (sooth); expected an id of promotion.regions; did you mean 'south'?"
    ),
    (
      "acts: rate, effect: 0.1", "acts: rate, effect: 0.1, slots: 3",
      "promotion.levers.media.slots: only odds and durations are served in slots"
    ),
    (
      "acts: rate, effect: 0.1", "acts: rate, effect: 0.1, resources: [land]",
      "promotion.levers.media.resources: only the capacity of units and pools is one of resources"
    ),
    (
      "acts: rate, effect: 0.1", "acts: capacity, effect: 0.1, resources: [land]",
      "promotion.levers.media.resources: units have no other capacity than negotiators"
    ),
    (
      "acts: rate, effect: 0.1", "acts: capacity, effect: 0.1, projects: {from: 1 亿元}",
      "promotion.levers.media.projects: capacity is of units and pools, not of projects"
    ),
    (
      "acts: rate, effect: 0.1, cost: 100 万元, units: [bureau]",
      "acts: cost, effect: 0.1, cost: 100 万元, projects: {sectors: [textiles], origins: [foreign]}",
      "promotion.levers.media.projects: the cost index is of a sector in a region: name only these"
    ),
    (
      "acts: rate, effect: 0.1", "acts: cost, effect: 0.1",
      "promotion.levers.media.units: the cost index is of a sector in a region: name only these"
    ),
    (
      "trial: {after: building}", "trial: {after: building, shows_at_fair: 10 %}",
      "promotion.stages.trial.shows_at_fair: a fair shows projects that are not signed yet"
    ),
    (
      "money: {foreign_cash_share: 10 %}",
      "money: {foreign_cash_share: 10 %}\n  paces: {never: {share: 20 %}}",
      "promotion.paces: the shares sum to 102 %; expected a sum of 100 %"
    ),
    (
      "money: {foreign_cash_share: 10 %}",
      "money: {foreign_cash_share: 10 %}\n  paces: {slow: {under_way: 96 %}}",
      "promotion.paces.slow.under_way: what is in place at the signing and what is paid in at registration sum"
    ),
    (
      "building: {mean", "building: {milestone: signed, mean",
      "promotion.stages.building.milestone: the stage start before it"
    ),
    (
      "{stage: building, count: 120, region: north", "{stage: building, count: 120, region: city",
      "promotion.opening_projects.sites.region: projects that have chosen a place stand in a region without parts"
    ),
    (
      "units: [bureau, squad], pulses: [fair], levers: [media]", "units: []",
      "promotion.budgets.promotion: the line pays nothing"
    ),
    (
      "until: 2026-08-01", "from: 2026-09-01, until: 2026-08-01",
      "promotion.offers.refund.until: it ends before it starts"
    ),
    (
      "quotas: {signed: 20, started: 12}", "quotas: {signed: 20, above_scale: 12}",
      "promotion.units.bureau.quotas.above_scale: no stage has the milestone above_scale"
    ),
    (
      "from: 1 亿元, below: 100 亿元", "from: 1 亿元, below: 1 亿元",
      "promotion.tallies.large.projects.below: no investment lies from the one to below the other"
    ),
    (
      "project_replicates: [0, 3]", "project_replicates: [0, 20]",
      "outputs.project_replicates.1: the run has 20 replicates, from 0"
    ),
    (
      "funding: {seeking: 30 %", "funding: {stage: land, seeking: 30 %",
      "promotion.funding.stage: projects are recommended up to the signing"
    ),
    (
      "hosts: {name: {en: Hosts, zh: 存量企业}", "squad_3: {name: {en: Hosts, zh: 存量企业}",
      "promotion.units.squad_3: the id is that of one of the 8 units squad"
    ),
  ]

  @Test("one mistake, one message at its place", arguments: mistakes)
  func mistake(original: String, mistake: String, message: String) throws {
    try #require(FullPromotion.text.contains(original), "\(original)")
    var text = FullPromotion.text.replacing(original, with: mistake, maxReplacements: 1)
    // Others name the unit by its old id.
    if mistake.hasPrefix("squad_3") { text = text.replacing("expansion_unit: hosts", with: "expansion_unit: squad_3") }
    let found = try issues(text)
    #expect(found.count == 1, "\(found)")
    let issue = try #require(found.first)
    #expect(issue.description.contains(message), "\(issue)")
    #expect(issue.severity == .error && issue.position.file.hasSuffix("scenario.yaml") && issue.position.line > 6)
    #expect(issue.text(.chinese).contains(#/\p{Han}/#))
  }

  @Test(
    "a rule that cannot act is told",
    arguments: [
      ("  place: {fit: 1, rivalled: 50 %}\n", "", "promotion.rivals: rivals compete where leads choose a place"),
      (", quotas: {signed: 20, started: 12}", "", "promotion.pressure: pressure comes of quotas, and no unit has one"),
      ("resource: attention", "resource: emissions", "promotion.pools.leaders.opening: a number without unit (30)"),
      (
        "cost: 100 万元, units: [bureau]", "cost: 100 万元, units: [hosts]",
        "promotion.levers.media.acts: none of its units brings leads of its own"
      ),
    ])
  func withoutEffect(original: String, mistake: String, message: String) throws {
    try #require(FullPromotion.text.contains(original), "\(original)")
    let found = try issues(FullPromotion.text.replacing(original, with: mistake, maxReplacements: 1))
    #expect(found.count == 1 && found.allSatisfy { $0.description.contains(message) }, "\(found)")
  }

  @Test("more than a project can keep count of is told")
  func limits() throws {
    let one = "    top_500: {name: {en: Top 500, zh: 五百强}, projects: {flags: [top_500]}}"
    try #require(FullPromotion.text.contains(one))
    func text(_ count: Int) -> String {
      let more = (0..<count).map { "    more_\($0): {name: {en: More, zh: 更多}, projects: {from: 1 亿元}}" }
      return FullPromotion.text.replacing(one, with: ([one] + more).joined(separator: "\n"))
    }
    // Two regions above each other, two tallies of the scenario itself.
    #expect(try issues(text(60)).isEmpty)
    let found = try issues(text(61)).map(\.description)
    #expect(found.count == 1 && found[0].contains("promotion.tallies: 65 accounts count a project in one region"))
    let hosts = "    hosts: {name: {en: Hosts"
    let squads = (1...30).map {
      "    mass_\($0): {name: {en: M, zh: 众}, kind: squad, count: 1000, home: city, leads: 0, sectors: {textiles: 100 %}, cost: 0 元}\n"
    }
    let most = try issues(FullPromotion.text.replacing(hosts, with: squads.joined() + hosts))
    #expect(most.filter { $0.severity == .error }.count == 1, "\(most)")
    #expect(most.contains { $0.description.contains("promotion.units: 300") })
  }

  /// The scenario has a rule on transfers, whose unit takes one of the eight places; `squad` is eight equal units.
  @Test("units that one project can count for are told where it cannot keep count of them, and others are not")
  func credits() throws {
    let one = "    county: {unit: agent, projects: {regions: [north]}, at_home: true, share: 50 %}"
    try #require(FullPromotion.text.contains(one))
    func found(
      _ count: Int, unit: String = "squad", beside: String = one, _ projects: (Int) -> String
    ) throws -> [String] {
      let more = (0..<count).map { "    duty_\($0): {unit: \(unit), projects: {\(projects($0))}, share: 50 %}" }
      let text = FullPromotion.text.replacing(one, with: ([beside] + more).joined(separator: "\n"))
      return try issues(text).filter { $0.severity == .error }.map(\.description)
    }
    #expect(try found(6) { _ in "" }.isEmpty)
    let crowded = try found(7) { _ in "" }
    #expect(crowded.count == 1)
    #expect(crowded.allSatisfy { $0.contains("promotion.credits: a project can count for 9 units besides the one") })
    // Many rules on one unit count it once.
    #expect(try found(20, unit: "hosts") { _ in "" }.isEmpty)
    // Where no project is of both kinds, or in both places, they do not meet.
    #expect(try found(14) { "sectors: [\($0 < 7 ? "textiles" : "equipment")], regions: [south]" }.isEmpty)
    #expect(try found(12) { "origins: [\($0 < 6 ? "foreign" : "other_province")], regions: [city]" }.isEmpty)
    #expect(try found(12) { "units: [\($0 < 6 ? "bureau" : "squad")]" }.isEmpty)
    #expect(try found(14) { "units: [\($0 < 7 ? "bureau" : "squad")]" }.count == 1)
    // What lies in a region lies in those above it, and at home is in the unit's.
    #expect(try found(7) { _ in "regions: [city]" }.count == 1)
    let anywhere = one.replacing("{regions: [north]}", with: "{}")
    #expect(try found(7, beside: anywhere) { _ in "regions: [south]" }.isEmpty)
    let everywhere = anywhere.replacing("at_home: true", with: "at_home: false")
    #expect(try found(7, beside: everywhere) { _ in "regions: [south]" }.count == 1)
  }

  @Test("all mistakes are told at once, each at its line")
  func together() throws {
    let text = """
      guidefund: 1
      name: {en: Mistakes, zh: 错误}
      time: {start: 2025-Q1, length: 3 years}
      promotion:
        regions:
          city: {name: {en: City, zh: 市}}
          north: {name: {en: North, zh: 北}, parent: cty}  # 1
          south: {name: {en: South, zh: 南}, parent: city, cost_index: 0}  # 2
        sectors:
          chips: {name: {en: Chips, zh: 芯片}, factory_share: 30}  # 3
          drugs: {name: {en: Drugs, zh: 医药}, output_ration: 2}  # 4
        stages:
          talks: {odds: 1.2}  # 5
          land: {mean: -1 month}  # 6
          building: {needs: [{resource: lnad}]}  # 7
          scale: {milestone: above_scal}  # 8
        units:
          bureau: {name: {en: Bureau, zh: 局}, kind: bureau, leads: 10, sectors: {chips: 100 %}}  # 9
          squad: {name: {en: Squad, zh: 队}, kind: squat, home: city, leads: 10, sectors: {chips: 100 %}}  # 10
          agent: {name: {en: Agent, zh: 代理}, kind: agent, home: city, leads: 10, sectors: {chps: 100 %}}  # 11
          desk: {name: {en: Desk, zh: 驻点}, kind: liaison, home: city, leads: 10, sectors: {chips: 90 %}}  # 12
          chamber: {name: {en: Chamber, zh: 商会}, kind: chamber, home: city, leads: many, sectors: {chips: 100 %}}  # 13
        pulses:
          fair: {name: {en: Fair, zh: 会}, unit: bureau, date: 2029-01-01, leads: 5}  # 14
        transfers:
          self: {leads: {units: [desk]}, unit: desk}  # 15
        pools:
          land: {name: {en: Land, zh: 地}, resource: land, region: city, opening: -20 亩}  # 16
        levers:
          Training: {name: {en: T, zh: 训}, acts: odds, effect: 0.2, cost: 1 万元}  # 17
          visits: {name: {en: V, zh: 访}, acts: rate, effect: 2, cost: 1 万元}  # 18
        offers:
          cash: {name: {en: Cash, zh: 现金}, basis: {en: Rule, zh: 办法}, share: 3 %, after: talked}  # 19
        budgets:
          line: {name: {en: Line, zh: 经费}, amount: 5 万吨, units: [desk]}  # 20

      """
    let expected = text.components(separatedBy: "\n").enumerated().filter { $0.element.contains("  # ") }.map(\.offset)
    let found = try issues(text).filter { $0.severity == .error }
    #expect(found.map(\.position.line) == expected.map { $0 + 1 }, "\(found)")
    #expect(found.count == 20 && Set(found.map { $0.text(.chinese) }).count == 20)
    #expect(found.allSatisfy { $0.position.column > 1 && $0.text(.chinese).contains(#/\p{Han}/#) })
    for word in ["city", "output_ratio", "land", "above_scale", "squad", "chips"] {
      #expect(found.contains { $0.description.contains("did you mean '\(word)'?") }, "\(word)")
    }
  }

  @Test(
    "unusual values are warnings",
    arguments: [
      ("leads: 400,", "leads: 400, skill: 5,", "promotion.units.bureau.skill"),
      ("rescue: 10 %", "rescue: 10 %, closure: 40 %", "promotion.operation.closure"),
      ("cost_index: 0.95", "cost_index: 4", "promotion.regions.north.cost_index"),
      ("rate: 2 ‰", "rate: 2 %", "promotion.units.agent.commission.rate"),
    ])
  func unusual(original: String, mistake: String, path: String) throws {
    try #require(FullPromotion.text.contains(original))
    let found = try issues(FullPromotion.text.replacing(original, with: mistake, maxReplacements: 1))
    #expect(found.map(\.path) == [path] && found.allSatisfy { $0.severity == .warning && $0.code == .unusualValue })
  }

  @Test("a scenario needs a fund or promotion")
  func neither() throws {
    let bare = "guidefund: 1\nname: {en: A, zh: 甲}\ntime: {start: 2025-Q1, length: 1 year}\n"
    #expect(try issues(bare).map(\.path) == ["funds"])
  }
}
