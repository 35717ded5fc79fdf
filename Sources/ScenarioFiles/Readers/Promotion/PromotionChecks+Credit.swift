// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel

/// A project keeps count of few units that it counts for besides its own.
extension PromotionChecks {
  private static let places = 8

  /// A kind of project as far as rules on credit ask for it: what none of them names stands for all that they do not name.
  private struct Kind {
    var sector: String?
    var origin: LeadOrigin?
    var source: String?
  }

  /// Reports rules of which more can fit one project than it keeps count of. What words and sizes keep apart is not seen.
  func checkCredits() {
    // The unit that takes a project over counts as well.
    let room = promotion.transfers.isEmpty ? Self.places : Self.places - 1
    guard promotion.credits.count > room else { return }
    let most = promotion.regions.map { crowd(in: $0.id) }.max() ?? 0
    record.require(
      most <= room, within: "credits", "\(most) rules on credit can fit one project; at most \(room)",
      "同一项目可适用 \(most) 条业绩认定规则，至多 \(room) 条")
  }

  /// The most rules that one kind of project in a region fits.
  private func crowd(in region: String) -> Int {
    let places = places(above: region)
    let rules = promotion.credits.map(\.value).filter { rule in
      let regions = rule.projects.regions
      guard regions.isEmpty || !places.isDisjoint(with: regions) else { return false }
      let home = promotion.units.first { $0.id == rule.unit }?.value.home
      return !rule.atHome || home.map(places.contains) ?? true
    }
    var most = 0
    for sector in named(rules.flatMap(\.projects.sectors)) {
      for origin in named(rules.flatMap(\.projects.origins)) {
        for source in named(rules.flatMap(\.projects.units)) {
          let kind = Kind(sector: sector, origin: origin, source: source)
          most = max(most, rules.count { Self.fits(kind, $0.projects) })
        }
      }
    }
    return most
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

  /// A region and all that it lies in.
  private func places(above region: String) -> Set<String> {
    let parents = Dictionary(
      promotion.regions.map { ($0.id, $0.value.parent) }, uniquingKeysWith: { first, _ in first })
    var (places, next): (Set<String>, String?) = ([], region)
    while let place = next, places.insert(place).inserted { next = parents[place] ?? nil }
    return places
  }
}
