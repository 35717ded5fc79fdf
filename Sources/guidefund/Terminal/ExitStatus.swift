// SPDX-License-Identifier: GPL-3.0-or-later

/// The exit codes of the interface.
enum ExitStatus: Int32 {
  /// Every requested output was written and checked.
  case done = 0
  /// A defect of the program.
  case defect = 1
  /// Scenario, data or arguments are invalid.
  case invalid = 2
  /// A forbidden rule is broken and the run is strict.
  case forbidden = 3
  /// A routine of numerics failed.
  case numerical = 4
  /// Reading or writing failed.
  case inputOutput = 5
  /// `verify` found a difference.
  case difference = 6
  /// Interrupted by the user.
  case interrupted = 130
}
