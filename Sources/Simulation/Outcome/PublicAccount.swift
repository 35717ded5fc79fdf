// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// What stands behind the contributions of a level of government on one replicate, by quarter; fen.
struct PublicAccount {
  /// Committed to living funds and not paid in.
  var unfunded: [Int64] = []
  /// Calls on the yearly budget, and what it covers of them.
  var calls: [Int64] = []
  var budget: BudgetAccount?
  /// Bonds issued, what the bond money brought back, and the bonds' service.
  var issues: [Int64] = []
  var bondReceipts: [Int64] = []
  var bond: BondSchedule?
  /// Debt over assets of the platform.
  var debtRatio: [Double] = []
}
