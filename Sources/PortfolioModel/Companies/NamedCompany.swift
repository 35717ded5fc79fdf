// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A company that the scenario names: an opportunity at a given date.
public struct NamedCompany: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Id of the company law.
  public var law: String

  /// Its stage when it seeks the round.
  public var stage: CompanyStage

  /// Id of its sector.
  public var sector: String

  /// The date of the round.
  public var enters: CalendarDate

  /// Size of the round.
  public var roundSize: Sourced<Money>

  /// Whether it is hard technology.
  public var hardTech: Bool

  /// Whether it is or will be in the region.
  public var local: Bool

  /// Takes every field.
  public init(
    name: BilingualText, law: String, stage: CompanyStage, sector: String, enters: CalendarDate,
    roundSize: Sourced<Money>, hardTech: Bool, local: Bool
  ) {
    self.name = name
    self.law = law
    self.stage = stage
    self.sector = sector
    self.enters = enters
    self.roundSize = roundSize
    self.hardTech = hardTech
    self.local = local
  }
}
