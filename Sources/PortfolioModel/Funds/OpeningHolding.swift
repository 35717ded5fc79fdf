// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A holding on the first day of the run.
public struct OpeningHolding: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Id of the company law.
  public var law: String

  /// The company's stage on that day.
  public var stage: CompanyStage

  /// Id of its sector.
  public var sector: String

  /// When it entered the stage; not after the start of the run. What is left of the stage is drawn given this age.
  public var stageSince: CalendarDate

  /// When the fund invested.
  public var acquired: CalendarDate

  /// What the fund paid.
  public var cost: Sourced<Money>

  /// Value of the holding at its last round over cost.
  public var multiple: Sourced<Double>

  /// Whether it is hard technology.
  public var hardTech: Bool

  /// Whether it is in the region.
  public var local: Bool

  /// Takes every field.
  public init(
    name: BilingualText, law: String, stage: CompanyStage, sector: String, stageSince: CalendarDate,
    acquired: CalendarDate, cost: Sourced<Money>, multiple: Sourced<Double>, hardTech: Bool, local: Bool
  ) {
    self.name = name
    self.law = law
    self.stage = stage
    self.sector = sector
    self.stageSince = stageSince
    self.acquired = acquired
    self.cost = cost
    self.multiple = multiple
    self.hardTech = hardTech
    self.local = local
  }
}
