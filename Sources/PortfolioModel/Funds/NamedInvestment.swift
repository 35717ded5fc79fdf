// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A planned investment in a company of the scenario.
public struct NamedInvestment: Hashable, Sendable {
  /// Id of the company.
  public var company: String

  /// What is invested.
  public var ticket: Sourced<Money>

  /// Takes every field.
  public init(company: String, ticket: Sourced<Money>) {
    self.company = company
    self.ticket = ticket
  }
}
