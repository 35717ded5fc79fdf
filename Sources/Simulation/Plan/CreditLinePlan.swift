// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities

/// A fund's line of credit in numbers; plain data.
struct CreditLinePlan: Sendable {
  /// Most that may be drawn, over uncalled commitments.
  var limit: Double
  /// Interest a year over the lending rate, and the fee a quarter.
  var spread: Double
  var feePerQuarter: Double
  /// Quarters from the first drawing to the repayment, and the fund's age in quarters from which nothing is drawn.
  var cleanDown: Int
  var until: Int
  /// Whether fees and costs are bridged as well.
  var bridgesCosts: Bool
  /// The lender's account and the channels from and to it.
  var account = 0
  var drawing = 0
  var repayment = 0
  var interest = 0
  var fee = 0

  init(_ line: CreditLine, values: ParameterValues) {
    limit = values(line.limit)
    spread = values(line.spread)
    feePerQuarter = values(line.fee) / 4
    cleanDown = max(1, values.quarters(line.cleanDown))
    until = values.quarters(line.until)
    bridgesCosts = line.bridges == .allNeeds
  }
}

/// A line of credit on one replicate. All money is fen.
struct CreditLineState {
  /// The quarter of the first drawing since nothing was drawn.
  var since = 0
  /// What is due in the quarter, and what of it is not yet repaid.
  var due: Int64 = 0
  /// Purchases of the quarter that it has paid for.
  var bridged: Int64 = 0
  /// Interest and fees so far, and the most that was drawn.
  var costs: Int64 = 0
  var most: Int64 = 0
}
