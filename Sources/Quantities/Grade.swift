// SPDX-License-Identifier: GPL-3.0-or-later

/// How well a number is supported.
public enum Grade: String, Hashable, Sendable, CaseIterable {
  /// The text that states it was read.
  case verified = "V"
  /// It was read in a secondary summary or mirror only.
  case secondary = "V2"
  /// Recalled, not re-read, with high certainty.
  case recalledHigh = "mem-H"
  /// Recalled, not re-read, with medium certainty.
  case recalledMedium = "mem-M"
  /// Recalled, not re-read, with low certainty.
  case recalledLow = "mem-L"
  /// An assumption, to be replaced by calibration.
  case prior = "prior"

  /// Whether a value of this grade is drawn from its range when a run asks for predictive results.
  public var isUncertain: Bool { self != .verified && self != .secondary }
}
