// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What was promised to a firm or project.
public struct SupportPackage: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// When it was signed.
  public var signed: CalendarDate

  /// What it gives.
  public var support: [SupportKind]?

  /// What its amount depends on.
  public var basis: [RewardBasis]?

  /// What it asks for.
  public var conditions: [PackageCondition]?

  /// How a government stands behind it.
  public var backing: [PackageBacking]?

  /// Whether a law or the State Council allows it.
  public var hasLegalBasis: Bool?

  /// Whether every firm that meets its terms gets it.
  public var isOpenToAll: Bool?

  /// Whether its fair competition review is on file.
  public var isReviewed: Bool?

  /// What became of it.
  public var state: PackageState?

  /// Land that comes with it.
  public var land: LandDeal?

  /// Takes every field; what is left out is not known.
  public init(
    name: BilingualText, signed: CalendarDate, support: [SupportKind]? = nil, basis: [RewardBasis]? = nil,
    conditions: [PackageCondition]? = nil, backing: [PackageBacking]? = nil, hasLegalBasis: Bool? = nil,
    isOpenToAll: Bool? = nil, isReviewed: Bool? = nil, state: PackageState? = nil, land: LandDeal? = nil
  ) {
    self.name = name
    self.signed = signed
    self.support = support
    self.basis = basis
    self.conditions = conditions
    self.backing = backing
    self.hasLegalBasis = hasLegalBasis
    self.isOpenToAll = isOpenToAll
    self.isReviewed = isReviewed
    self.state = state
    self.land = land
  }
}
