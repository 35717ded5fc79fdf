// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// Finds targets that contradict each other: by arithmetic over windows, thresholds and baselines alone.
///
/// Only targets for the same metric of the same entity are held against each other. Amounts of windows are added where
/// the metric is one that adds up; a level is compared at the ends of windows.
struct TargetConflicts {
  /// A target as arithmetic sees it.
  private struct Claim {
    var id: String
    var isFloor: Bool
    var window: ClosedRange<Int>?
    var threshold: Double
    var unit: String
    /// Quarters in each window of growth, and the amount before the first.
    var growth: (every: Int, baseline: Double?)?

    /// The windows of growth in turn.
    var steps: [ClosedRange<Int>] {
      guard let window, let growth, growth.every > 0 else { return [] }
      return stride(from: window.lowerBound, through: window.upperBound + 1 - growth.every, by: growth.every)
        .map { $0...$0 + growth.every - 1 }
    }

    /// What a constant rate comes to in each window.
    func amounts(at rate: Double) -> [Double]? {
      guard let baseline = growth?.baseline else { return nil }
      return steps.indices.reduce(into: []) { amounts, step in
        amounts.append((step == 0 ? baseline : amounts[step - 1]) * (1 + rate))
      }
    }
  }

  /// How amounts of a metric make that of a longer window.
  private enum Sum {
    /// They do not: a level counts at the end.
    case none
    /// They add up, and a part may be negative.
    case signed
    /// They add up, and no part is more than the whole.
    case ofParts
  }

  private let groups: [(claims: [Claim], sum: Sum)]

  init(_ targets: [Identified<Target>], start: Quarter) {
    let keys = Dictionary(grouping: targets) {
      [$0.value.entity, $0.value.metric, $0.value.over ?? "", $0.value.overEntity ?? ""]
    }
    groups = keys.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { _, members in
      let about = (members.first { $0.value.growth == nil } ?? members[0]).value
      let sum: Sum = !about.addsUp ? .none : about.isSigned ? .signed : .ofParts
      return (members.map { TargetConflicts.claim($0, start) }, sum)
    }
  }

  private static func claim(_ target: Identified<Target>, _ start: Quarter) -> Claim {
    let about = target.value
    let window = about.window.map { window in
      let from = min(window.from ?? start, window.to)
      return from.index...window.to.index
    }
    return Claim(
      id: target.id, isFloor: about.inequality.isFloor, window: window, threshold: about.threshold.value,
      unit: about.unit, growth: about.growth.map { ($0.every.value.wholeQuarters, $0.baseline?.value) })
  }

  /// All contradictions, in the order of the targets that are missed.
  var all: [TargetConflict] {
    groups.flatMap { group -> [TargetConflict] in
      let levels = group.claims.filter { $0.growth == nil }
      let growing = group.claims.filter { $0.growth != nil }
      let paths = growing.flatMap { path in levels.compactMap { against(path, $0, group.sum) } }
      let rates = growing.flatMap { path in growing.compactMap { growthAgainst(path, $0) } }
      let sums = levels.compactMap {
        group.sum == .none ? ends(of: $0, among: levels) : parts(of: $0, among: levels, group.sum)
      }
      return paths + rates + sums
    }.sorted { ($0.missed, $0.met.joined(separator: " ")) < ($1.missed, $1.met.joined(separator: " ")) }
  }

  /// Growth at exactly its rate against an amount.
  private func against(_ path: Claim, _ level: Claim, _ sum: Sum) -> TargetConflict? {
    guard let window = level.window, path.amounts(at: path.threshold) != nil else { return nil }
    let counted = counted(path, in: window, ceiling: !level.isFloor, sum)
    guard !counted.isEmpty else { return nil }
    func total(_ rate: Double) -> Double {
      let amounts = path.amounts(at: rate) ?? []
      return counted.reduce(0) { $0 + amounts[$1] }
    }
    let implied = total(path.threshold)
    guard TargetConflicts.misses(implied, level) else { return nil }
    let rate = try? Brent.root(in: -0.999...100) { total($0) - level.threshold }
    return conflict(
      path.isFloor == level.isFloor ? .notImplied : .impossible, [path.id], level, implied: implied, rate: rate)
  }

  /// The windows of a path that make up a window: all of it for a floor, whatever lies in it for a ceiling on amounts of which
  /// none is negative.
  private func counted(_ path: Claim, in window: ClosedRange<Int>, ceiling: Bool, _ sum: Sum) -> [Int] {
    let steps = path.steps
    guard sum != .none else { return steps.indices.filter { steps[$0].upperBound == window.upperBound } }
    let inside = steps.indices.filter {
      window.lowerBound <= steps[$0].lowerBound && steps[$0].upperBound <= window.upperBound
    }
    let covered = inside.reduce(0) { $0 + steps[$1].count }
    return covered == window.count || (ceiling && path.isFloor && sum == .ofParts) ? inside : []
  }

  /// A floor under growth above a ceiling on it, in a window that both have.
  private func growthAgainst(_ floor: Claim, _ ceiling: Claim) -> TargetConflict? {
    guard floor.isFloor, !ceiling.isFloor, floor.threshold > ceiling.threshold,
      !Set(floor.steps).isDisjoint(with: ceiling.steps)
    else { return nil }
    return conflict(.impossible, [floor.id], ceiling, implied: floor.threshold, rate: nil)
  }

  /// Amounts of parts of a window against the amount of the whole.
  private func parts(of whole: Claim, among levels: [Claim], _ sum: Sum) -> TargetConflict? {
    guard let window = whole.window else { return ends(of: whole, among: levels) }
    let floors = levels.filter { part in
      guard part.isFloor, part.id != whole.id, let own = part.window else { return false }
      return window.lowerBound <= own.lowerBound && own.upperBound <= window.upperBound
        && !(whole.isFloor && own == window)
    }
    let (total, ids) = whole.isFloor || sum == .signed ? tiling(window, floors) : heaviest(floors)
    guard !ids.isEmpty, TargetConflicts.misses(total, whole) else { return nil }
    return conflict(whole.isFloor ? .notImplied : .impossible, ids, whole, implied: total, rate: nil)
  }

  /// Floors that follow each other without a gap through a whole window; of several such rows the one that asks for most,
  /// which is all that they imply.
  private func tiling(_ window: ClosedRange<Int>, _ floors: [Claim]) -> (sum: Double, ids: [String]) {
    // The most that a row up to a quarter asks for, by the quarter in which the next one begins.
    var most: [Int: (sum: Double, ids: [String])] = [window.lowerBound: (0, [])]
    for last in window {
      for floor in floors where floor.window?.upperBound == last {
        guard let own = floor.window, let before = most[own.lowerBound] else { continue }
        let sum = before.sum + floor.threshold
        if sum > most[last + 1]?.sum ?? -.infinity { most[last + 1] = (sum, before.ids + [floor.id]) }
      }
    }
    return most[window.upperBound + 1] ?? (0, [])
  }

  /// The floors of windows apart from each other that ask for most together.
  private func heaviest(_ floors: [Claim]) -> (sum: Double, ids: [String]) {
    let byEnd = floors.filter { $0.threshold > 0 }.sorted {
      ($0.window?.upperBound ?? 0, $0.id) < ($1.window?.upperBound ?? 0, $1.id)
    }
    var best: [(sum: Double, ids: [String])] = [(0, [])]
    for (place, floor) in byEnd.enumerated() {
      let before = byEnd.prefix(place).count { ($0.window?.upperBound ?? 0) < (floor.window?.lowerBound ?? 0) }
      let taken = (best[before].sum + floor.threshold, best[before].ids + [floor.id])
      best.append(taken.0 > best[place].sum ? taken : best[place])
    }
    return best[byEnd.count]
  }

  /// A floor above a ceiling at the same end.
  private func ends(of ceiling: Claim, among levels: [Claim]) -> TargetConflict? {
    guard !ceiling.isFloor else { return nil }
    let floors = levels.filter { $0.isFloor && $0.window?.upperBound == ceiling.window?.upperBound }
    guard let highest = floors.max(by: { $0.threshold < $1.threshold }),
      TargetConflicts.misses(highest.threshold, ceiling)
    else { return nil }
    return conflict(.impossible, [highest.id], ceiling, implied: highest.threshold, rate: nil)
  }

  /// Rounded figures of a document do not contradict each other: what is nearer than a part in a thousand is met.
  private static func misses(_ implied: Double, _ claim: Claim) -> Bool {
    let gap = claim.isFloor ? claim.threshold - implied : implied - claim.threshold
    return gap > 1e-3 * claim.threshold.magnitude
  }

  private func conflict(
    _ kind: TargetConflict.Kind, _ met: [String], _ missed: Claim, implied: Double, rate: Double?
  ) -> TargetConflict {
    TargetConflict(
      kind: kind, met: met, missed: missed.id,
      window: missed.window.map { Quarter(index: $0.lowerBound)...Quarter(index: $0.upperBound) }, implied: implied,
      asked: missed.threshold, unit: missed.unit, neededGrowth: rate)
  }
}

extension Target {
  /// Whether an amount may be negative, so that a part may be more than the whole.
  fileprivate var isSigned: Bool {
    PeriodMetric(rawValue: metric) == .netCashFlow
  }

  /// Whether amounts of windows make the amount of a longer one.
  fileprivate var addsUp: Bool {
    guard over == nil else { return false }
    if basis == .simulated, window != nil, let known = PeriodMetric(rawValue: metric) {
      return known.accumulation != .level
    }
    // The unit of growth is not that of what grows.
    return growth != nil || !["1", "1/year", "year"].contains(unit)
  }
}
