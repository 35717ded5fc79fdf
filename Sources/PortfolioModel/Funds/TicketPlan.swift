// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Ticket and planned share of one stage.
public struct TicketPlan: Hashable, Sendable {
  /// The stage.
  public var stage: CompanyStage

  /// What is invested in a new company of this stage; never more than its round.
  public var ticket: Sourced<Money>

  /// Planned share of this stage among the tickets; where none is planned any stage may come.
  public var planned: Sourced<Share>?

  /// Takes every field.
  public init(stage: CompanyStage, ticket: Sourced<Money>, planned: Sourced<Share>?) {
    self.stage = stage
    self.ticket = ticket
    self.planned = planned
  }
}
