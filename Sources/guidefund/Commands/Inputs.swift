// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles

/// Reads several input files and gathers what is wrong with any of them, so that all of it is told at once.
struct Inputs {
  private var issues: [ScenarioIssue] = []

  /// What a reading function gives; nil where the file was refused.
  mutating func read<Value>(_ reading: () throws(ScenarioRejected) -> Value) -> Value? {
    do throws(ScenarioRejected) {
      return try reading()
    } catch {
      issues += error.issues
      return nil
    }
  }

  /// All that is wrong.
  var rejection: ScenarioRejected { ScenarioRejected(issues: issues) }

  /// Throws where anything is wrong.
  func check() throws(ScenarioRejected) {
    guard issues.isEmpty else { throw rejection }
  }
}
