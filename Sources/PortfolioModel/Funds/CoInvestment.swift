// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Investing beside another fund: into whatever it buys, in the same quarter and on the same terms.
public struct CoInvestment: Hashable, Sendable {
  /// The id of the fund that chooses.
  public var lead: String

  /// The own ticket as a share of the lead's.
  public var share: Sourced<Share>

  /// Takes every field.
  public init(lead: String, share: Sourced<Share>) {
    self.lead = lead
    self.share = share
  }
}
