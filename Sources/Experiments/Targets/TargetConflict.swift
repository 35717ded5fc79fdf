// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Targets that contradict each other by arithmetic: what some ask for, met to the letter, is not what another asks for.
public struct TargetConflict: Hashable, Sendable {
  /// How bad it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Who meets the ones exactly misses the other; who does more may meet all.
    case notImplied = "not_implied"
    /// Nobody can meet all.
    case impossible
  }

  /// How bad it is.
  public var kind: Kind
  /// Ids of the targets that are met to the letter.
  public var met: [String]
  /// The id of the target that is missed.
  public var missed: String
  /// The window of the latter; nothing where it has none.
  public var window: ClosedRange<Quarter>?
  /// What the ones come to in that window.
  public var implied: Double
  /// What the other asks for.
  public var asked: Double
  /// The unit of both.
  public var unit: String
  /// The constant growth a window that would meet both exactly, where it is growth that falls short or goes too far.
  public var neededGrowth: Double?
}
