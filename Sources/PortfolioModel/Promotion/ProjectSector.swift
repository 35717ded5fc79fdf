// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A sector of projects: what they need and give by the yuan invested.
public struct ProjectSector: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Id of the economy's sector whose factor it follows; the common factor if left out.
  public var factor: String?

  /// Words that all its projects bear, such as `lead_industry`.
  public var flags: [String]

  /// Whether it may be entered; a lead of a closed sector is turned away at the first gate.
  public var isOpen: Bool

  /// Fixed investment on a mu of land.
  public var investmentPerMu: Sourced<Money>

  /// Investment on a square metre of standard factory.
  public var investmentPerSquareMetre: Sourced<Money>

  /// Share of projects that take standard factory instead of land.
  public var factoryShare: Sourced<Share>

  /// Tonnes of coal equivalent a year for 1e8 yuan invested.
  public var energyPerHundredMillion: Sourced<Double>

  /// Tonnes of emissions a year for 1e8 yuan invested.
  public var emissionsPerHundredMillion: Sourced<Double>

  /// Promised yearly output at full production over investment.
  public var outputRatio: Sourced<Double>

  /// Taxes over output.
  public var taxRatio: Sourced<Share>

  /// Promised jobs for 1e8 yuan invested.
  public var jobsPerHundredMillion: Sourced<Double>

  /// Takes every field.
  public init(
    name: BilingualText, factor: String?, flags: [String], isOpen: Bool, investmentPerMu: Sourced<Money>,
    investmentPerSquareMetre: Sourced<Money>, factoryShare: Sourced<Share>,
    energyPerHundredMillion:
      Sourced<Double>, emissionsPerHundredMillion: Sourced<Double>, outputRatio: Sourced<Double>,
    taxRatio:
      Sourced<Share>, jobsPerHundredMillion: Sourced<Double>
  ) {
    self.name = name
    self.factor = factor
    self.flags = flags
    self.isOpen = isOpen
    self.investmentPerMu = investmentPerMu
    self.investmentPerSquareMetre = investmentPerSquareMetre
    self.factoryShare = factoryShare
    self.energyPerHundredMillion = energyPerHundredMillion
    self.emissionsPerHundredMillion = emissionsPerHundredMillion
    self.outputRatio = outputRatio
    self.taxRatio = taxRatio
    self.jobsPerHundredMillion = jobsPerHundredMillion
  }
}

/// A class of planned investment.
public struct SizeClass: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Least investment of the class, above 0.
  public var from: Sourced<Money>

  /// Most investment of the class, above the least.
  public var upTo: Sourced<Money>

  /// How investment lies between.
  public var law: SizeLaw

  /// Takes every field.
  public init(
    name: BilingualText, from: Sourced<Money>, upTo: Sourced<Money>, law: SizeLaw
  ) {
    self.name = name
    self.from = from
    self.upTo = upTo
    self.law = law
  }
}

/// Where an investor comes from.
public enum LeadOrigin: String, Hashable, Sendable, CaseIterable {
  /// From another place of the tree: a relocation.
  case within
  /// From the region itself.
  case local
  /// From another province.
  case province = "other_province"
  /// From abroad.
  case foreign
}
