// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// What must hold between funds: nobody owns itself, directly or through others, and nobody follows its own follower.
struct FundTreeChecks {
  private let funds: [Identified<Fund>]
  private let record: RecordReader

  init(_ scenario: Scenario, _ record: RecordReader) {
    funds = scenario.funds
    self.record = record
  }

  /// Reports every tie that closes a circle, and a fund that is to end before one that it holds.
  func run() {
    let tree = FundTree(funds)
    for tie in tree.circularTies {
      let path =
        tie.via.map { "funds.\(tie.fund).investors.\($0).fund" } ?? "funds.\(tie.fund).portfolio.co_investment.lead"
      record.require(
        false, atPath: path, "the funds hold or follow each other in a circle: \(tie.circle.joined(separator: " → "))",
        "基金之间循环持有或跟投：\(tie.circle.joined(separator: " → "))")
    }
    for fund in funds {
      if tree.circularTies.isEmpty { checkLayers(fund) }
      checkTerms(fund)
      fund.value.reinvestment?.check(record, of: fund)
      for concession in fund.value.concessions {
        concession.value.check(
          record, at: "funds.\(fund.id).concessions.\(concession.id)", investors: fund.value.investors,
          waterfall: fund.value.waterfall)
      }
    }
  }

  /// Layers may be stated where some are not modelled; the tree itself has at least those that it shows.
  private func checkLayers(_ fund: Identified<Fund>) {
    let path = "funds.\(fund.id).governance.layers"
    guard let stated = fund.value.governance.layers?.value, record.context.couldRead(path) else { return }
    let modelled = FundLayers(of: fund.id, among: funds).modelled
    record.require(
      stated >= modelled, atPath: path,
      "the funds of the scenario already stand in \(modelled) layers, \(stated) is stated; leave the field out",
      "本方案的基金已有 \(modelled) 层，与所填 \(stated) 层矛盾；可不填此项")
  }

  private func checkTerms(_ fund: Identified<Fund>) {
    for investor in fund.value.investors {
      guard let owner = funds.first(where: { $0.id == investor.value.fund })?.value else { continue }
      record.require(
        owner.starts <= fund.value.starts, atPath: "funds.\(fund.id).investors.\(investor.id).fund",
        "the fund \(investor.value.fund ?? "") starts later than this one", "基金 \(investor.value.fund ?? "") 晚于本基金设立")
    }
  }
}
