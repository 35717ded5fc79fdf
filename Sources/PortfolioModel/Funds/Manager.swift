// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Who manages a fund.
public struct Manager: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Correlation of what the manager sees with the true quality of a candidate, 0 to 1.
  public var skill: Sourced<Double>

  /// Takes every field.
  public init(name: BilingualText, skill: Sourced<Double>) {
    self.name = name
    self.skill = skill
  }
}
