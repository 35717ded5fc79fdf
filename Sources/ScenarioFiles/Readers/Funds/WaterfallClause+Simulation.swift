// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel

extension WaterfallClause {
  /// Reads how a fund of a scenario divides its proceeds, and refuses what `guidefund waterfall` can do but a run cannot
  /// yet. When a run can, this file goes, and `Fund.read` reads the clause itself.
  static func readForSimulation(_ record: RecordReader) -> WaterfallClause {
    let clause = read(record)
    let supported = [
      "kind": clause.kind == .european, "catch_up_end": clause.catchUpEnd == .parity,
      "day_count": clause.dayCount == .thirty360, "balance_floor": clause.balanceFloor == .zero,
      "clawback": clause.clawback == nil, "escrow": clause.escrow == nil, "classes": clause.classes.isEmpty,
    ]
    for (key, isSupported) in supported.sorted(by: { $0.key < $1.key }) {
      record.require(
        isSupported, at: key, "a run does not support this term yet; 'guidefund waterfall' does",
        "模拟暂不支持此条款；guidefund waterfall 支持")
    }
    return clause
  }
}
