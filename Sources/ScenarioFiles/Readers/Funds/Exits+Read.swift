// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension StateSale {
  /// Reads how a state-owned fund sells what is left.
  static func read(_ record: RecordReader) -> StateSale {
    StateSale(
      procedure: ExitProcedure.read(record),
      rounds: record.count("rounds", in: 1...20, usual: 1...4, "How often a holding is listed", "最多挂牌次数"))
  }
}

extension InKindDistribution {
  /// Reads when listed shares are handed out.
  static func read(_ record: RecordReader) -> InKindDistribution {
    InKindDistribution(
      at: record.choice("at", InKindDate.self, "When listed shares are handed out", "股票分配时点"),
      discount: record.share("discount", usual: 0...0.2, "What investors lose when they sell", "出资人变现折扣"))
  }
}

extension PublicExit {
  /// Reads what lets the public investors leave.
  static func read(_ record: RecordReader) -> PublicExit {
    let exit = PublicExit(
      idle: record.optional(
        "idle", .timeSpan(in: .between(0.25, 50), usual: 0.5...3), "Longest time without a purchase", "最长未投资时间"),
      outsideMandate: record.flag("outside_mandate", "Purchases against the mandate", "投资不符合约定方向"),
      toleranceBreach: record.flag("tolerance_breach", "Loss above the tolerance", "亏损超过容错限度"))
    record.require(
      exit.idle != nil || exit.outsideMandate || exit.toleranceBreach, at: "idle",
      involving: ["outside_mandate", "tolerance_breach"], "nothing lets the public investors leave", "没有任何提前退出条件")
    return exit
  }

  /// Reports what does not fit the fund.
  func check(_ fund: Fund, _ record: RecordReader) {
    record.require(
      fund.investors.contains { $0.value.investorClass.publicLevel != nil }, at: PublicExit.id,
      involving: ["investors"],
      "the fund has no public investor", "基金没有财政或国资出资人")
    record.require(
      fund.investors.contains { $0.value.investorClass.publicLevel == nil }, at: PublicExit.id,
      involving: ["investors"], "nobody else could take over the stake", "没有其他出资人可承接份额")
    record.require(
      fund.waterfall.classes.isEmpty, at: PublicExit.id, involving: ["waterfall"],
      "early public exit beside terms by class is not supported yet", "尚不支持提前退出与分类别条款并用")
    record.require(
      !toleranceBreach || fund.tolerance != nil, at: PublicExit.id, involving: ["tolerance"],
      "a breached tolerance is a trigger, but the fund has no section tolerance", "以容错限度为条件，但基金没有 tolerance 一节")
    if case .pacing = fund.portfolio {
      record.require(
        false, at: PublicExit.id, involving: ["portfolio"], "a pacing law shows no purchases that could be a trigger",
        "节奏模型没有可作为条件的投资记录")
    }
  }
}
