// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of entities: parts between slashes, where `*` stands for any letters of one part.
public struct EntityPattern: Hashable, Sendable {
  /// The pattern as it was written.
  public let text: String

  /// A pattern.
  public init(_ text: String) { self.text = text }

  /// Whether a name fits.
  public func matches(_ name: String) -> Bool {
    let wanted = text.split(separator: "/", omittingEmptySubsequences: false)
    let given = name.split(separator: "/", omittingEmptySubsequences: false)
    return wanted.count == given.count
      && zip(wanted, given).allSatisfy { EntityPattern.fits(Array($0.utf8), Array($1.utf8)) }
  }

  /// Whether a part fits: all that stands between stars occurs in order, the first at the beginning, the last at the end.
  private static func fits(_ pattern: [UInt8], _ part: [UInt8]) -> Bool {
    var (place, at, star, mark) = (0, 0, -1, 0)
    while at < part.count {
      if place < pattern.count, pattern[place] == 0x2a {
        (star, mark) = (place, at)
        place += 1
      } else if place < pattern.count, pattern[place] == part[at] {
        place += 1
        at += 1
      } else if star >= 0 {
        mark += 1
        (place, at) = (star + 1, mark)
      } else {
        return false
      }
    }
    return pattern[min(place, pattern.count)...].allSatisfy { $0 == 0x2a }
  }
}

extension Scenario {
  /// The names of all entities that metrics can describe, in the order of tables, with their class.
  public var entityNames: [(name: String, member: EntityClass)] {
    var names: [(name: String, member: EntityClass)] = []
    for fund in funds {
      names.append((fund.id, .funds))
      let classes = Set(fund.value.investors.map(\.value.investorClass))
      for member in InvestorClass.allCases where classes.contains(member) {
        names.append(("\(fund.id)/\(member.rawValue)", .classes))
      }
    }
    let levels = Set(
      funds.flatMap(\.value.investors).compactMap(\.value.investorClass.publicLevel)
        + (promotion?.regions.compactMap(\.value.level) ?? [])
        + instruments.flatMap { [$0.value.payer] + ($0.value.credit?.guarantee.map { [$0.reGuarantorLevel] } ?? []) })
    for level in PublicLevel.allCases where levels.contains(level) {
      names.append(("public/\(level.rawValue)", .publicMoney))
    }
    names += instruments.map { ("instrument/\($0.id)", .instruments) }
    if !funds.isEmpty { names.append(("all", .all)) }
    return names + (promotion?.entityNames ?? [])
  }
}
