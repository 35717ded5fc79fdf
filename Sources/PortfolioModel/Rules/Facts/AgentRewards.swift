// SPDX-License-Identifier: GPL-3.0-or-later

/// Rewards for agents that bring projects.
public struct AgentRewards: Hashable, Sendable {
  /// Whether the service was procured as the law on procurement asks.
  public var procured: Bool?

  /// Who was paid and must not be.
  public var improperRecipients: [AgentRecipient]?

  /// Takes every field; what is left out is not known.
  public init(procured: Bool? = nil, improperRecipients: [AgentRecipient]? = nil) {
    self.procured = procured
    self.improperRecipients = improperRecipients
  }
}
