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
      checkSize(fund)
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

  /// A fund lives as long as those that it holds; nothing is said of dates that could not be read.
  private func checkTerms(_ fund: Identified<Fund>) {
    for investor in fund.value.investors {
      guard let owner = funds.first(where: { $0.id == investor.value.fund }),
        [fund, owner].allSatisfy({ record.context.couldRead("funds.\($0.id).starts") })
      else { continue }
      let path = "funds.\(fund.id).investors.\(investor.id).fund"
      record.require(
        owner.value.starts <= fund.value.starts, atPath: path, "the fund \(owner.id) starts later than this one",
        "基金 \(owner.id) 晚于本基金设立")
      guard [fund, owner].allSatisfy({ record.context.couldRead("funds.\($0.id).life") }) else { continue }
      let (last, own) = (owner.value.latestEnd, fund.value.end)
      record.advise(
        own <= last, atPath: path, "the fund \(owner.id) ends in \(last) at the latest, before this one in \(own)",
        "基金 \(owner.id) 最迟于 \(last) 到期，早于本基金到期的 \(own)")
    }
  }

  /// A fund can pay what it commits to others out of its own commitments.
  private func checkSize(_ fund: Identified<Fund>) {
    let holders = funds.flatMap { held in
      held.value.investors.filter { $0.value.fund == fund.id }.map { (held.id, $0) }
    }
    guard let (first, investor) = holders.first,
      ([fund.id] + holders.map(\.0)).allSatisfy({ record.context.couldRead("funds.\($0).investors") })
    else { return }
    let promised = holders.reduce(0) { $0 + $1.1.value.commitment.value.yuan }
    let own = fund.value.investors.reduce(0) { $0 + $1.value.commitment.value.yuan }
    let (much, size) = (QuantityKind.money.written(promised), QuantityKind.money.written(own))
    record.advise(
      promised <= own, atPath: "funds.\(first).investors.\(investor.id).commitment",
      "the fund \(fund.id) commits \(much) to funds, more than its own size of \(size)",
      "基金 \(fund.id) 对其他基金认缴 \(much)，超过自身规模 \(size)")
  }
}

extension Fund {
  /// The first quarter after its term.
  fileprivate var end: Quarter { starts.advanced(by: life.term.value.wholeQuarters) }

  /// The same after all extensions.
  fileprivate var latestEnd: Quarter {
    end.advanced(by: life.extensionCount.value * life.extensionLength.value.wholeQuarters)
  }
}
