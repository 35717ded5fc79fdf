// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How fast and how far a project goes once it is signed.
public struct ProjectPace: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Share of projects of this kind.
  public var share: Sourced<Share>

  /// Factor on durations from the signing to the start of construction, above 0.
  public var preparation: Sourced<Double>

  /// Factor on durations from the start of construction on, above 0.
  public var building: Sourced<Double>

  /// The last milestone that it ever reaches; none where nothing holds it.
  public var last: ProjectMilestone?

  /// Part of what is realised that is in place when it is signed.
  public var underWay: Sourced<Share>

  /// Part of its planned investment that is ever in place.
  public var realised: Sourced<Share>

  /// Takes every field.
  public init(
    name: BilingualText, share: Sourced<Share>, preparation: Sourced<Double>, building: Sourced<Double>,
    last: ProjectMilestone?,
    underWay:
      Sourced<Share>, realised: Sourced<Share>
  ) {
    self.name = name
    self.share = share
    self.preparation = preparation
    self.building = building
    self.last = last
    self.underWay = underWay
    self.realised = realised
  }
}

/// What passing a stage counts as.
public enum ProjectMilestone: String, Hashable, Sendable, CaseIterable {
  /// Talks are done: the lead is a project.
  case negotiated
  /// A letter of intent is shown.
  case announced
  /// The contract is signed.
  case signed
  /// The company is registered.
  case registered
  /// Land or factory is secured.
  case secured
  /// Construction has started.
  case started
  /// Construction is completed.
  case completed
  /// It produces.
  case producing = "in_production"
  /// It is in the statistics of firms above scale.
  case scaled = "above_scale"
}

/// How the money of a project comes into place.
public struct ProjectMoney: Hashable, Sendable {
  /// Registered capital paid in at registration, of what is realised.
  public var registeredShare: Sourced<Share>

  /// The S-curve over the time of building.
  public var curve: BetaLaw

  /// Part of foreign money that comes in cash from abroad.
  public var foreignCashShare: Sourced<Share>

  /// Takes every field.
  public init(
    registeredShare: Sourced<Share>, curve: BetaLaw, foreignCashShare: Sourced<Share>
  ) {
    self.registeredShare = registeredShare
    self.curve = curve
    self.foreignCashShare = foreignCashShare
  }
}
