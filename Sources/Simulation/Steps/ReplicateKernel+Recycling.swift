// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Funds of funds that commit more than they raise: proceeds pay what own commitments do not.
extension ReplicateKernel {
  /// Keeps of the quarter's proceeds what interests may still call, and fees, beyond cash and own commitments, as far as the
  /// limit goes.
  mutating func keepForCalls(_ fund: Int, in quarter: Int) {
    guard !funds[fund].isClosed else { return }
    let missing = foreseen(fund, from: quarter + 1) - funds[fund].cash - funds[fund].undrawn
    let kept = min(missing, funds[fund].size.recyclable - funds[fund].recycled, funds[fund].proceeds)
    guard kept > 0 else { return }
    funds[fund].recycled += kept
    funds[fund].proceeds -= kept
    funds[fund].cash += kept
  }
}
