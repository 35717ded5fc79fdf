// SPDX-License-Identifier: GPL-3.0-or-later

/// Which purchases of a fund count towards the shares that its evaluation asks for, by the sectors of the companies.
///
/// A list that is given is complete. Where there is none, the share is a fact or not known.
public struct DirectionPurchases: Hashable, Sendable {
  /// Ids of the sectors that are new quality productive forces, 新质生产力.
  public var newProductive: [String]?

  /// Whether hard technology counts as such in every sector.
  public var countsHardTech: Bool?

  /// Ids of the green sectors.
  public var green: [String]?

  /// Ids of the sectors that are key fields of the region.
  public var keyFields: [String]?

  /// Takes every field.
  public init(
    newProductive: [String]? = nil, countsHardTech: Bool? = nil, green: [String]? = nil, keyFields: [String]? = nil
  ) {
    self.newProductive = newProductive
    self.countsHardTech = countsHardTech
    self.green = green
    self.keyFields = keyFields
  }
}
