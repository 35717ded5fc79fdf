// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What follows from a fund's commitments, fen; on a replicate they may differ from the design's.
struct FundSize: Hashable, Sendable {
  var commitment: Int64
  /// Least first and further calls; 0 where capital is called as needed.
  var firstCall: Int64
  var instalment: Int64
  /// Most in one company, and what new companies and follow-ons may take together.
  var companyLimit: Int64
  var investable: Int64
  /// Proceeds that may buy companies beyond it.
  var recyclable: Int64
  var followOnReserve: Int64
}

/// How a fund's numbers follow from its commitments.
struct FundSizing: Sendable {
  /// Shares of commitments in calls; 0 where capital is called as needed.
  var first = 0.0
  var instalment = 0.0
  /// Whether it buys companies, at most this share in one, with this share kept for further rounds.
  var buysCompanies = false
  var companyLimit = 0.0
  var reserve = 0.0
  /// Whether it holds interests in funds only; then proceeds may pay their calls.
  var holdsFunds = false
  /// Proceeds that may be used again, as a share of commitments.
  var recycling = 0.0
  /// Fees and costs of the planned term: fen that do not depend on the size, fen per fen of commitment by phase, and per
  /// fen invested.
  var fixed = 0.0
  var onCommitments: [Double] = []
  var proportional = 0.0

  /// The numbers at a sum of commitments.
  func size(at commitment: Int64) -> FundSize {
    func part(_ share: Double) -> Int64 { Int64(Double(commitment) * share) }
    let kept = buysCompanies ? part(reserve) : 0
    return FundSize(
      commitment: commitment, firstCall: part(first), instalment: part(instalment),
      companyLimit: buysCompanies ? part(companyLimit) : 0,
      investable: buysCompanies ? investable(commitment) - kept : 0,
      recyclable: buysCompanies || holdsFunds ? part(recycling) : 0, followOnReserve: kept)
  }

  /// What is left of commitments for companies when every fee and cost of the planned term is kept back, on the
  /// assumption that bases which grow with investment stand at their full height.
  private func investable(_ commitment: Int64) -> Int64 {
    var kept = fixed
    for load in onCommitments { kept += load * Double(commitment) }
    return Int64(max(0, (Double(commitment) - kept) / (1 + proportional)))
  }
}
