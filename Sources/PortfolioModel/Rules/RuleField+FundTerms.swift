// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// What rules read from the terms of a fund that the model knows anyway.
extension RuleField {
  static let fundTerms: [RuleField] = [
    RuleField("fee_bases", of: .fund, at: "funds.*.fees.management", words: FeeBase.allCases.map(\.rawValue)) {
      subject, path in
      subject.fund.map { fund in
        .words(fund.fees.management.enumerated().map { .init($1.base.rawValue, at: "\(path).\($0).base") })
      }
    },
    RuleField("fee_after_term", of: .fund, at: "funds.*.fees.management", unit: .years) { subject, _ in
      subject.fund.map { fund in
        .number(max(0, (fund.fees.management.last?.until.value.years ?? 0) - fund.life.term.value.years))
      }
    },
    RuleField("concentration_limit", of: .fund, at: "funds.*.portfolio.concentration_limit", unit: .share) {
      subject, _ in
      guard case .companies(let programme) = subject.fund?.portfolio else { return nil }
      return .number(programme.concentrationLimit.value.fraction)
    },
    RuleField("extension_count", of: .fund, at: "funds.*.life.extension_count") { subject, _ in
      subject.fund.map { .number(Double($0.life.extensionCount.value)) }
    },
    RuleField("fiscal_sources", of: .fund, at: "funds.*.investors", words: sources) { subject, path in
      subject.sources(at: path) { $0.publicLevel != nil && $0 != .stateOwnedEnterprise }
    },
    RuleField("enterprise_sources", of: .fund, at: "funds.*.investors", words: sources) { subject, path in
      subject.sources(at: path) { $0 == .stateOwnedEnterprise }
    },
    RuleField(
      "investor_classes", of: .fund, at: "funds.*.investors", words: InvestorClass.allCases.map(\.rawValue)
    ) { subject, path in
      subject.fund.map { fund in
        .words(fund.investors.map { .init($0.value.investorClass.rawValue, at: "\(path).\($0.id).class") })
      }
    },
    RuleField("government_share", of: .fund, at: "funds.*.investors", unit: .share) { subject, _ in
      subject.fund.map { .number($0.governmentShare(among: subject.scenario.funds)) }
    },
    RuleField("funds_in_same_sector", of: .fund, at: "funds.*.portfolio.mandate.sectors") { subject, _ in
      subject.fundsInSameSector.map { .number(Double($0)) }
    },
  ]

  private static let sources = SourceOfFunds.allCases.map(\.rawValue)
}

extension RuleSubject {
  /// Where the money of some classes of investors comes from.
  fileprivate func sources(at path: String, of classes: (InvestorClass) -> Bool) -> RuleValue? {
    fund.map { fund in
      .words(
        fund.investors.filter { classes($0.value.investorClass) }.map {
          .init($0.value.sourceOfFunds.rawValue, at: "\(path).\($0.id).source_of_funds")
        })
    }
  }

  /// How many funds of the same level of government have a sector in common with this one, itself included.
  fileprivate var fundsInSameSector: Int? {
    guard let fund else { return nil }
    if scenario.funds.count == 1 { return 1 }
    guard let level = fund.governance.level else { return nil }
    let peers = scenario.funds.map(\.value).filter { $0.governance.level == level }
    return peers.count { $0.sharesSector(with: fund) }
  }
}

extension Fund {
  /// Money of budgets over all commitments, also where it comes through a state-owned enterprise or another fund.
  fileprivate func governmentShare(among funds: [Identified<Fund>]) -> Double {
    let total = investors.reduce(0) { $0 + $1.value.commitment.value.yuan }
    let own = investors.reduce(0) { $0 + $1.value.commitment.value.yuan * $1.value.governmentPart(among: funds) }
    return total > 0 ? own / total : 0
  }

  /// Ids of the sectors of the mandate; empty for all.
  fileprivate var sectors: [String] {
    guard case .companies(let programme) = portfolio else { return [] }
    return programme.mandate.sectors
  }

  fileprivate func sharesSector(with other: Fund) -> Bool {
    sectors.isEmpty || other.sectors.isEmpty || !Set(sectors).isDisjoint(with: other.sectors)
  }
}

extension Investor {
  /// How much of the money is a budget's: a government's own, what a budget gave to a state-owned enterprise, and the part
  /// that budgets have of a fund. Circles of funds have been refused before.
  fileprivate func governmentPart(among funds: [Identified<Fund>]) -> Double {
    if let owner = funds.first(where: { $0.id == fund }) { return owner.value.governmentShare(among: funds) }
    guard investorClass == .stateOwnedEnterprise else { return investorClass.publicLevel != nil ? 1 : 0 }
    return [.soeEquity, .soeDebt, .ownFunds].contains(sourceOfFunds) ? 0 : 1
  }
}
