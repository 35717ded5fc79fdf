// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A region of the tree: a province, city, county or park.
public struct PromotionRegion: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Id of the region that it belongs to; none for the root.
  public var parent: String?

  /// The level of government whose account bears what is spent here and gets what stays here; none where no account is kept.
  public var level: PublicLevel?

  /// What it offers each sector beyond others, in units of utility; 0 where a sector is left out.
  public var fit: [ProjectWeight]

  /// Cost of doing business, 1 for the average place.
  public var costIndex: Sourced<Double>

  /// The index of promises kept when the grid begins.
  public var credibility: Sourced<Share>

  /// Money a year for promised support; none where it is always enough.
  public var supportBudget: Sourced<Money>?

  /// Promised support that was due and unpaid when the grid began.
  public var arrears: Sourced<Money>

  /// What stays here of the taxes of projects that land here.
  public var taxShare: Sourced<Share>

  /// Whether projects that come from within it count here as no gain: a province nets what its cities take from each
  /// other.
  public var netsRelocations: Bool

  /// Takes every field.
  public init(
    name: BilingualText, parent: String?, level: PublicLevel? = nil, fit: [ProjectWeight], costIndex: Sourced<Double>,
    credibility:
      Sourced<Share>, supportBudget: Sourced<Money>?, arrears: Sourced<Money>, taxShare: Sourced<Share>,
    netsRelocations: Bool
  ) {
    self.name = name
    self.parent = parent
    self.level = level
    self.fit = fit
    self.costIndex = costIndex
    self.credibility = credibility
    self.supportBudget = supportBudget
    self.arrears = arrears
    self.taxShare = taxShare
    self.netsRelocations = netsRelocations
  }
}

/// A number for one member of a collection of the section.
public struct ProjectWeight: Hashable, Sendable {
  /// Id of the member.
  public var id: String

  /// Its number.
  public var value: Sourced<Double>

  /// Takes every field.
  public init(
    id: String, value: Sourced<Double>
  ) {
    self.id = id
    self.value = value
  }
}

/// A share of one member of a collection of the section.
public struct ProjectShare: Hashable, Sendable {
  /// Id of the member.
  public var id: String

  /// Its share.
  public var share: Sourced<Share>

  /// Takes every field.
  public init(
    id: String, share: Sourced<Share>
  ) {
    self.id = id
    self.share = share
  }
}
