// SPDX-License-Identifier: GPL-3.0-or-later

/// How a level of government stands behind its contributions: budget, bonds, balance sheet, what else the money could do.
public struct PublicFinances: Hashable, Sendable {
  /// Which level.
  public var level: PublicLevel

  /// What its budget gives to the funds every year; nothing where calls are always covered.
  public var budget: BudgetTerms?

  /// Terms of the special bonds of investors whose source is `special_bond`.
  public var bond: BondTerms?

  /// Balance sheet of the state-owned enterprises.
  public var platform: PlatformTerms?

  /// Other uses of the same money.
  public var alternatives: AlternativeUses

  /// What makes it postpone calls; nothing where every call is paid at once.
  public var gate: CallGate?

  /// How a stake is sold to others.
  public var exit: ExitProcedure?

  /// Takes every field.
  public init(
    level: PublicLevel, budget: BudgetTerms? = nil, bond: BondTerms? = nil, platform: PlatformTerms? = nil,
    alternatives: AlternativeUses = AlternativeUses(), exit: ExitProcedure? = nil, gate: CallGate? = nil
  ) {
    self.level = level
    self.budget = budget
    self.bond = bond
    self.platform = platform
    self.alternatives = alternatives
    self.exit = exit
    self.gate = gate
  }
}
