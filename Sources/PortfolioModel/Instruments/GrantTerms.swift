// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Money that is given at the company's entry.
public struct GrantTerms: Hashable, Sendable {
  /// How much.
  public var size: InstrumentSize

  /// The right to shares later, 拨投结合; nothing where the grant stays one.
  public var conversion: GrantConversion?

  /// Takes every field.
  public init(size: InstrumentSize, conversion: GrantConversion?) {
    self.size = size
    self.conversion = conversion
  }
}

/// When and at what price a grant becomes equity.
///
/// The shares come from the founders: other holders keep theirs and their value.
public struct GrantConversion: Hashable, Sendable {
  /// It converts in the first round that opens this stage or a later one.
  public var milestone: CompanyStage

  /// Discount to the price of that round.
  public var discount: Sourced<Share>

  /// Most of the company after the round; the rest of the grant stays one.
  public var mostStake: Sourced<Share>

  /// Part of a grant that never converted which is paid back when the company leaves, unless it failed.
  public var repaid: Sourced<Share>

  /// Takes every field.
  public init(milestone: CompanyStage, discount: Sourced<Share>, mostStake: Sourced<Share>, repaid: Sourced<Share>) {
    self.milestone = milestone
    self.discount = discount
    self.mostStake = mostStake
    self.repaid = repaid
  }
}

/// Land or a factory at an appraised value.
public struct ContributionTerms: Hashable, Sendable {
  /// What it is.
  public var asset: ContributedAsset

  /// The appraised value.
  public var size: InstrumentSize

  /// What it is for.
  public var use: ContributionUse

  /// Takes every field.
  public init(asset: ContributedAsset, size: InstrumentSize, use: ContributionUse) {
    self.asset = asset
    self.size = size
    self.use = use
  }
}

/// What is contributed in kind.
public enum ContributedAsset: String, Hashable, Sendable, CaseIterable {
  /// Land.
  case land
  /// A standard factory.
  case factory
}

/// What a contributed asset is for.
public enum ContributionUse: Hashable, Sendable {
  /// Shares at the price of the entry, 作价出资入股. `worth` is what the public gives up over the appraised value, `returned`
  /// the part of it that comes back when the company fails.
  case shares(worth: Sourced<Double>, returned: Sourced<Share>)

  /// The asset is let and the rent, a yearly part of the appraised value, is not asked for, for some years.
  case rentRelief(rent: Sourced<AnnualRate>, lasts: Sourced<TimeSpan>)
}

/// What is done for a company that fails, or finds no further round: its debt is restructured and a new investor sought.
///
/// It succeeds with a probability, by a draw of the company's own. Then the company enters its stage anew: what becomes of
/// it is drawn again. A company is rescued once at most, and one that has stalled already cannot fail into a rescue.
public struct RescueTerms: Hashable, Sendable {
  /// What is distress.
  public var triggers: [Distress]

  /// Probability that the company is revived.
  public var revives: Sourced<Share>

  /// Price of the new investor's shares over the last value per share.
  public var price: Sourced<Share>

  /// Part of the company that the new round sells.
  public var sold: Sourced<Share>

  /// Part of a revived company's debt to all instruments that is cut, and by how much the rest is extended.
  public var debtCut: Sourced<Share>

  /// The extension.
  public var extends: Sourced<TimeSpan>

  /// What an attempt costs the payer.
  public var cost: Sourced<Money>

  /// Takes every field.
  public init(
    triggers: [Distress], revives: Sourced<Share>, price: Sourced<Share>, sold: Sourced<Share>,
    debtCut: Sourced<Share>, extends: Sourced<TimeSpan>, cost: Sourced<Money>
  ) {
    self.triggers = triggers
    self.revives = revives
    self.price = price
    self.sold = sold
    self.debtCut = debtCut
    self.extends = extends
    self.cost = cost
  }
}

/// What a rescue answers.
public enum Distress: String, Hashable, Sendable, CaseIterable {
  /// The company fails.
  case failed
  /// It finds no further round.
  case stalled
}
