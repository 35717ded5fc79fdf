// SPDX-License-Identifier: GPL-3.0-or-later

/// A plan derived from the base design by leaving funds, concessions or instruments out: the counterfactual on the same random
/// numbers.
public struct DerivedPlan: Hashable, Sendable {
  /// Ids of the funds that are left out; concessions as `FUND/CONCESSION`, instruments as
  /// `instruments/INSTRUMENT`.
  public var without: [String]

  /// Takes every field.
  public init(without: [String]) {
    self.without = without
  }
}
