// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// What passed between the promotion of capital and the funds on a replicate, quarter by quarter.
///
/// The promotion of capital hangs on the funds of a plan through nothing else. A plan on the same random numbers whose
/// funds buy the same of it can take it as it was, without simulating it again.
struct FundingRecord: ~Copyable {
  /// Projects that sought equity, companies that funds bought elsewhere and may bring here, and those that came.
  var offers = Column<FundingOffer>()
  var purchases = Column<FundingPurchase>()
  var landed = Column<Int>()
  /// How many of each there were when each quarter began.
  private var begins = Column<FundingCounts>()

  mutating func removeAll() {
    offers.removeAll()
    purchases.removeAll()
    landed.removeAll()
    begins.removeAll()
  }

  mutating func beginQuarter() {
    begins.append(FundingCounts(offers: offers.count, purchases: purchases.count, landed: landed.count))
  }

  func offers(in quarter: Int) -> Range<Int> { begins[quarter].offers..<end(quarter).offers }

  func purchases(in quarter: Int) -> Range<Int> { begins[quarter].purchases..<end(quarter).purchases }

  func landed(in quarter: Int) -> Range<Int> { begins[quarter].landed..<end(quarter).landed }

  private func end(_ quarter: Int) -> FundingCounts {
    guard quarter + 1 < begins.count else {
      return FundingCounts(offers: offers.count, purchases: purchases.count, landed: landed.count)
    }
    return begins[quarter + 1]
  }
}

/// How many offers, purchases and companies that landed there were at a time.
struct FundingCounts: BitwiseCopyable {
  var offers: Int
  var purchases: Int
  var landed: Int
}

/// A project that seeks equity, by its row and birth, with what a fund sees of it.
struct FundingOffer: BitwiseCopyable {
  var row: Int
  var birth: UInt32
  var entity: EntityAddress
  var sector: Int
  /// Planned investment, yuan.
  var investment: Double
  var isFunded = false
}

/// A company that a fund bought elsewhere.
struct FundingPurchase: BitwiseCopyable, Hashable {
  var company: Int
  var entity: EntityAddress
}
