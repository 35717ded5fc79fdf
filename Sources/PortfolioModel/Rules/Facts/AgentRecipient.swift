// SPDX-License-Identifier: GPL-3.0-or-later

/// Somebody who must not be paid for bringing a project.
public enum AgentRecipient: String, Hashable, Sendable, CaseIterable {
  /// A civil servant or employee of a public institution.
  case civilServant = "civil_servant"
  /// Whoever controls the project.
  case projectController = "project_controller"
}
