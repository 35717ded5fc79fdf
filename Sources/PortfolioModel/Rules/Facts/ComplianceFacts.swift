// SPDX-License-Identifier: GPL-3.0-or-later

/// Facts about governments that rules of law ask for and no simulation needs.
public struct ComplianceFacts: Hashable, Sendable {
  /// The means of governments that contribute to funds.
  public var governments: [GovernmentFinances]

  /// How the region promotes investment; none where the scenario is about funds alone.
  public var promotion: PromotionConduct?

  /// Takes every field; what is left out is not known.
  public init(governments: [GovernmentFinances] = [], promotion: PromotionConduct? = nil) {
    self.governments = governments
    self.promotion = promotion
  }
}
