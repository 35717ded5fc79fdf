// SPDX-License-Identifier: GPL-3.0-or-later

/// What an evaluation finds good about a manager.
public enum ManagerStrength: String, Hashable, Sendable, CaseIterable {
  /// Senior staff with more than ten years of experience.
  case seniorTeam = "senior_team"
  /// A sound control of risks.
  case riskControl = "risk_control"
  /// A clean credit record.
  case creditRecord = "credit_record"
  /// Complete reports in time.
  case reporting
}
