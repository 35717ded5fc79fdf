// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How a state-owned fund sells what it still holds at its end: by decision, appraisal and public listing, not below a
/// share of the appraised value unless nobody bids more.
///
/// Source: 国资委、财政部令第32号 (2016): appraisal before a transfer, public listing for at least 20 working days, a new
/// approval for less than 90 % of the appraised value.
public struct StateSale: Hashable, Sendable {
  /// What a derived plan calls the procedure that it leaves out, after its fund.
  public static let id = "state_sale"

  /// Times, and the least price over the appraised value.
  public var procedure: ExitProcedure

  /// How often a holding is listed; after the last listing it goes at what is offered.
  public var rounds: Sourced<Int>

  /// Takes every field.
  public init(procedure: ExitProcedure, rounds: Sourced<Int>) {
    self.procedure = procedure
    self.rounds = rounds
  }
}
