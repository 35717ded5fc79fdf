// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// A project keeps count of few units that it counts for besides the one that brought it.
extension PromotionChecks {
  /// As many as the state of a project in the simulation has room for.
  private static let mostCredited = 8

  /// A kind of project as far as rules on credit ask for it: nil stands for all that none of them names.
  private struct Kind {
    var sector: String?
    var origin: LeadOrigin?
    var source: String?
  }

  /// Reports rules by which a project could count for more units than it keeps count of. What sizes, words and expansions
  /// keep apart is not seen.
  func checkCredits() {
    guard promotion.credits.count + promotion.transfers.count > Self.mostCredited else { return }
    let parents = parents
    let most = promotion.regions.map { mostUnits(in: Self.places(above: $0.id, parents)) }.max() ?? 0
    record.require(
      most <= Self.mostCredited, within: "credits",
      "a project can count for \(most) units besides the one that brought it, with the one that takes it over; at most "
        + "\(Self.mostCredited)",
      "除引进单位外，同一项目（含流转接手单位）可计入 \(most) 个单位的成绩，至多 \(Self.mostCredited) 个")
  }

  /// For how many units one kind of project can count in a region, which lies in some places.
  private func mostUnits(in places: Set<String>) -> Int {
    let rules = promotion.credits.map(\.value).filter { applies($0, in: places) }
    // The unit that takes a project over counts as well.
    let takenOver = promotion.transfers.isEmpty ? 0 : 1
    guard rules.count + takenOver > Self.mostCredited else { return rules.count + takenOver }
    var most = 0
    for sector in named(rules.flatMap(\.projects.sectors)) {
      for origin in named(rules.flatMap(\.projects.origins)) {
        for source in named(rules.flatMap(\.projects.units)) {
          let kind = Kind(sector: sector, origin: origin, source: source)
          most = max(most, units(of: rules.filter { Self.fits(kind, $0.projects) }))
        }
      }
    }
    return most + takenOver
  }

  private func applies(_ rule: CreditRule, in places: Set<String>) -> Bool {
    let regions = rule.projects.regions
    guard regions.isEmpty || !places.isDisjoint(with: regions) else { return false }
    let home = promotion.units.first { $0.id == rule.unit }?.value.home
    return !rule.atHome || home.map(places.contains) ?? true
  }

  /// How many units some rules can choose: each rule one, and no unit twice.
  private func units(of rules: [CreditRule]) -> Int {
    Dictionary(grouping: rules, by: \.unit).reduce(0) { sum, rules in
      let equal = promotion.units.first { $0.id == rules.key }?.value.count.value ?? 1
      return sum + min(equal, rules.value.count)
    }
  }

  private static func fits(_ kind: Kind, _ projects: ProjectFilter) -> Bool {
    func names<Value: Equatable>(_ value: Value?, _ values: [Value]) -> Bool {
      values.isEmpty || value.map(values.contains) ?? false
    }
    return names(kind.sector, projects.sectors) && names(kind.origin, projects.origins)
      && names(kind.source, projects.units)
  }

  /// Each of some values once, and nil for any other.
  private func named<Value: Hashable>(_ values: [Value]) -> [Value?] { Set(values).map(Optional.some) + [nil] }
}
