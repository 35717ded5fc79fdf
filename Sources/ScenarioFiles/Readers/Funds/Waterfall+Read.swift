// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension WaterfallClause {
  /// Reads how proceeds are divided.
  static func read(_ record: RecordReader) -> WaterfallClause {
    let kind = record.choice("kind", WaterfallKind.self, "Over what carried interest is reckoned", "业绩报酬计算口径")
    let sharing = SharingClause.read(record)
    let clause = WaterfallClause(
      kind: kind, hurdle: sharing.hurdle, catchUp: sharing.catchUp, carry: sharing.carry,
      catchUpEnd: sharing.catchUpEnd,
      dayCount: record.choice("day_count", HurdleDayCount.self, "Day count of the preferred return", "门槛收益计日方式"),
      balanceFloor: record.choice("balance_floor", BalanceFloor.self, "Least balance owed to investors", "应付出资人余额下限"),
      clawback: record.optionalSection("clawback", "Given back in the end; null for nothing", "回拨；null 表示无") {
        ClawbackClause.read($0)
      },
      escrow: record.optionalSection("escrow", "Carried interest held back; null for none", "业绩报酬留存；null 表示无") {
        EscrowClause.read($0)
      },
      classes: classes(record, of: sharing))
    clause.warn(record)
    return clause
  }

  /// Without carried interest nothing is held back or given back.
  private func warn(_ record: RecordReader) {
    let hasCarry = ([carry] + classes.map(\.sharing.carry)).contains { record.reach($0).upperBound > 0 }
    for (key, isStated) in [("escrow", escrow != nil), ("clawback", clawback != nil)] {
      record.advise(
        hasCarry || !isStated || !record.has(key), at: key, involving: ["carry"],
        "counts for nothing: there is no carried interest", "不起作用：没有业绩报酬")
    }
  }

  private static func classes(_ record: RecordReader, of fund: SharingClause) -> [ClassTerms] {
    let kind = FieldKind<[(key: InvestorClass, value: SharingClause)]>.keyed(
      by: InvestorClass.self, of: .section { SharingClause.read($0, orAs: fund) })
    let terms = record.optional("classes", kind, "Terms of a class of investors", "某类出资人的条款") ?? []
    return terms.map { ClassTerms(investorClass: $0.key, sharing: $0.value) }
  }
}

extension SharingClause {
  private static let catchUpLabel = BilingualText("Manager's share of the catch-up tier", "追补阶段管理人份额")
  private static let carryLabel = BilingualText("Manager's share of gains", "业绩报酬比例")
  private static let endLabel = BilingualText("Where the catch-up tier ends", "追补终点")

  /// Reads terms of a fund.
  static func read(_ record: RecordReader) -> SharingClause {
    let clause = SharingClause(
      hurdle: hurdle(record),
      catchUp: record.share("catch_up", catchUpLabel.english, catchUpLabel.chinese),
      catchUpEnd: record.choice("catch_up_end", CatchUpEnd.self, endLabel.english, endLabel.chinese),
      carry: record.share("carry", in: .between(0, 0.99), usual: 0...0.3, carryLabel.english, carryLabel.chinese))
    clause.check(record)
    return clause
  }

  /// Reads terms of a class: what is not written is as for the fund. A hurdle written as null is none.
  static func read(_ record: RecordReader, orAs fund: SharingClause) -> SharingClause {
    let ownHurdle = hurdle(record)
    let clause = SharingClause(
      hurdle: record.node?["hurdle"] == nil ? fund.hurdle : ownHurdle,
      catchUp: record.optional("catch_up", .share(), catchUpLabel.english, catchUpLabel.chinese) ?? fund.catchUp,
      catchUpEnd: record.optional("catch_up_end", .choice(CatchUpEnd.self), endLabel.english, endLabel.chinese)
        ?? fund.catchUpEnd,
      carry: record.optional(
        "carry", .share(in: .between(0, 0.99), usual: 0...0.3), carryLabel.english, carryLabel.chinese) ?? fund.carry)
    clause.check(record)
    return clause
  }

  private static func hurdle(_ record: RecordReader) -> HurdleClause? {
    record.optionalSection("hurdle", "Preferred return; null for none", "门槛收益；null 表示无", HurdleClause.read)
  }

  private func check(_ record: RecordReader) {
    record.require(
      record.reach(catchUp).upperBound == 0 || record.reach(catchUp).lowerBound > record.reach(carry).upperBound,
      at: "catch_up", involving: ["carry"],
      "a catch-up share that is not above the carry never catches up (ranges count from end to end)",
      "追补份额不高于业绩报酬比例则无法追平（区间按两端计）")
  }
}

extension HurdleClause {
  /// Reads the preferred return.
  static func read(_ record: RecordReader) -> HurdleClause {
    HurdleClause(
      rate: record.annualRate("rate", in: .between(0, 0.3), usual: 0...0.1, "Rate per year", "年率"),
      compounding: record.choice("compounding", Compounding.self, "How it accrues", "计息方式"))
  }
}

extension ClawbackClause {
  /// Reads what is given back.
  static func read(_ record: RecordReader) -> ClawbackClause {
    ClawbackClause(
      taxShare: record.share("tax_share", usual: 0...0.5, "Share that went to taxes and is kept", "已纳税而不退回的份额"))
  }
}

extension EscrowClause {
  /// Reads what is held back.
  static func read(_ record: RecordReader) -> EscrowClause {
    EscrowClause(
      share: record.share("share", "Share held back", "留存比例"),
      release: record.choice("release", EscrowRelease.self, "When it is paid out", "释放条件"))
  }
}
