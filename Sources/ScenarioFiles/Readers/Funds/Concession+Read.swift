// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Concession {
  /// Reads what an investor gives up for others.
  static func read(_ record: RecordReader) -> Concession {
    Concession(
      giver: record.reference("giver", to: "funds.*.investors", "Investor that gives", "让利方"),
      receivers: record.required(
        "receivers", .list(of: .reference(to: "funds.*.investors"), atLeast: 1), "Investors that receive", "受让方"),
      kind: ConcessionKind.read(record))
  }

  /// Reports what does not fit the fund's investors.
  func check(_ record: RecordReader, at path: String, investors: [Identified<Investor>], waterfall: WaterfallClause) {
    if case .buyoutOption = kind {
      let classes = investors.filter { (receivers + [giver]).contains($0.id) }.map(\.value.investorClass)
      let terms = Set(classes.map { waterfall.sharing(of: $0) })
      record.require(
        terms.count <= 1, atPath: path, "a stake keeps its terms, so giver and receivers need the same ones",
        "份额转让后条款不变，让利方与受让方须适用相同的分配条款")
    }
    let known = Set(investors.map(\.id))
    for id in receivers + [giver] {
      record.require(
        known.contains(id), atPath: path, "\(id) is no investor of this fund", "\(id) 不是本基金的出资人")
    }
    record.require(
      !receivers.contains(giver) && Set(receivers).count == receivers.count, atPath: path,
      "giver and receivers must be different investors", "让利方与受让方须互不相同")
    let funds = investors.filter { $0.value.fund != nil }.map(\.id)
    record.require(
      Set(funds).isDisjoint(with: receivers), atPath: path, "a fund of the scenario cannot receive a concession",
      "本方案中的基金不能作为受让方")
  }
}

extension ConcessionKind {
  static func read(_ record: RecordReader) -> ConcessionKind {
    record.variant(
      by: "kind", "Kind of concession", "让利方式",
      [
        Alternative("capped_return", "The giver's return is capped", "收益封顶") { .cappedReturn(rate: rate($0)) },
        Alternative("buyout_option", "The receivers may buy the giver's stake", "回购选择权") {
          .buyoutOption(
            within: $0.timeSpan("within", in: .above(0), usual: 1...10, "Window from the start of the fund", "行权期限"),
            rate: rate($0),
            exercise: $0.choice("exercise", OptionExercise.self, "When it is exercised", "行权时点"))
        },
        Alternative("excess_share", "A share of the giver's excess return", "超额收益让渡") {
          .excessShare(
            rate: rate($0), share: $0.share("share", in: .above(0), usual: 0.1...0.6, "Share given up", "让渡比例"),
            conditions: $0.section("conditions", "Least shares of purchases", "让利条件", ConcessionConditions.read))
        },
        Alternative("first_loss", "The giver bears the first loss", "优先承担亏损") {
          .firstLoss(
            limit: $0.share("limit", in: .above(0), usual: 0.05...0.3, "Limit, of the fund's commitments", "承担上限（占认缴）"))
        },
      ])
  }

  private static func rate(_ record: RecordReader) -> Sourced<AnnualRate> {
    record.annualRate("rate", in: .between(0, 1), usual: 0...0.1, "The giver's agreed return", "让利方约定收益率")
  }
}

extension ConcessionConditions {
  static func read(_ record: RecordReader) -> ConcessionConditions {
    ConcessionConditions(
      early: record.share("early", "Early-stage companies", "早期企业"),
      hardTech: record.share("hard_tech", "Hard technology", "硬科技"),
      local: record.share("local", "Companies in the region", "本地企业"))
  }
}
