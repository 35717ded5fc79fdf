// SPDX-License-Identifier: GPL-3.0-or-later

/// The means of a government that contributes to funds.
public struct GovernmentFinances: Hashable, Sendable {
  /// Which government.
  public var level: PublicLevel

  /// What is not fully funded; empty where everything is.
  public var unfunded: [FiscalGap]

  /// Takes every field.
  public init(level: PublicLevel, unfunded: [FiscalGap]) {
    self.level = level
    self.unfunded = unfunded
  }
}
