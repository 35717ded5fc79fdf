// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// What rules read from the terms of a fund that the model knows anyway.
extension RuleField {
  static let fundTerms: [RuleField] = [
    RuleField("fee_bases", of: .fund, at: "funds.*.fees.management", words: FeeBase.allCases.map(\.rawValue)) {
      subject, path in
      subject.fund.map { fund in
        .words(fund.chargingPhases.map { .init($0.base.rawValue, at: "\(path).\($0.place).base") })
      }
    },
    RuleField("fee_after_term", of: .fund, at: "funds.*.fees.management", unit: .years) { subject, _ in
      subject.fund.map { .number(max(0, ($0.chargingPhases.last?.until ?? 0) - $0.life.term.value.years)) }
    },
    RuleField(
      "portfolio", of: .fund, at: "funds.*.portfolio.kind", words: ["companies", "funds", "pacing"]
    ) { subject, path in subject.fund.map { .words([.init($0.portfolio.word, at: path)]) } },
    RuleField(
      "concentration_limit", of: .fund, at: "funds.*.portfolio.concentration_limit", unit: .share,
      place: { subject, _ in
        subject.fund?.concentration.flatMap { $0.place }.map { "funds.\(subject.id).portfolio.\($0)" }
      }, read: { subject, _ in subject.fund?.concentration.map { .number($0.share) } }),
    RuleField("extension_count", of: .fund, at: "funds.*.life.extension_count") { subject, _ in
      subject.fund.map { .number(Double($0.life.extensionCount.value)) }
    },
    RuleField("fiscal_sources", of: .fund, at: "funds.*.investors", words: sources) { subject, path in
      subject.sources(at: path) { $0.isOfGovernment }
    },
    RuleField("enterprise_sources", of: .fund, at: "funds.*.investors", words: sources) { subject, path in
      subject.sources(at: path) { $0.investorClass == .stateOwnedEnterprise }
    },
    RuleField("debt_service_modelled", of: .fund, at: "public_money") { subject, _ in
      subject.fund.map { fund in
        let issuers = fund.investors.filter { $0.value.sourceOfFunds == .specialBond }
        let levels = subject.scenario.publicMoney.filter { $0.bond != nil }.map(\.level)
        return .flag(issuers.compactMap(\.value.investorClass.publicLevel).allSatisfy(levels.contains))
      }
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
    RuleField(
      "funds_in_same_sector", of: .fund, at: "funds.*.portfolio.mandate.sectors",
      place: { subject, isKnown in
        isKnown ? nil : subject.sectorPeers?.unknown.first.map { "funds.\($0).governance.level" }
      },
      read: { subject, _ in
        subject.sectorPeers.map { peers in
          let most = peers.same + peers.open
          return most > peers.same ? .range(Double(peers.same)...Double(most)) : .number(Double(most))
        }
      }),
  ]

  private static let sources = SourceOfFunds.allCases.map(\.rawValue)
}

extension RuleSubject {
  /// Where the money of some investors comes from.
  fileprivate func sources(at path: String, of wanted: (Investor) -> Bool) -> RuleValue? {
    fund.map { fund in
      .words(
        fund.investors.filter { wanted($0.value) }.map {
          .init($0.value.sourceOfFunds.rawValue, at: "\(path).\($0.id).source_of_funds")
        })
    }
  }

  /// Funds of the same level of government that have a sector in common with this one, itself included; how many more there
  /// may be, and whose level is to be given to know.
  fileprivate var sectorPeers: (same: Int, open: Int, unknown: [String])? {
    guard let fund else { return nil }
    let others = scenario.funds.filter { $0.id != id && $0.value.sharesSector(with: fund) }
    guard let level = fund.governance.level else {
      return (1, others.count { $0.value.governance.level != nil || hasPublicMoney($0.value) }, [id])
    }
    let unknown = others.filter { $0.value.governance.level == nil && hasPublicMoney($0.value) }
    return (1 + others.count { $0.value.governance.level == level }, unknown.count, unknown.map(\.id))
  }
}

extension Portfolio {
  fileprivate var word: String {
    switch self {
    case .companies: "companies"
    case .funds: "funds"
    case .pacing: "pacing"
    }
  }
}

extension Fund {
  private var committed: Double { investors.reduce(0) { $0 + $1.value.commitment.value.yuan } }

  /// Phases of the management fee in which one is charged, and when they end at the latest: those with a rate that begin
  /// before the fund has ended for certain.
  fileprivate var chargingPhases: [(place: Int, base: FeeBase, until: Double)] {
    let extensions = Double(life.extensionCount.value) * life.extensionLength.value.years
    let end = life.term.value.years + extensions
    let begins = [0] + fees.management.map(\.until.value.years)
    return fees.management.enumerated().compactMap { place, phase in
      guard phase.rate.value.perYear > 0, begins[place] < end else { return nil }
      return (place, phase.base, min(phase.until.value.years, end))
    }
  }

  /// The largest share of commitments that may go into one company: the limit, or what a named company gets or cost, with
  /// the place of this one. Nothing where companies are not modelled.
  fileprivate var concentration: (share: Double, place: String?)? {
    guard case .companies(let programme) = portfolio else { return nil }
    var largest: (share: Double, place: String?) = (programme.concentrationLimit.value.fraction, nil)
    func take(_ yuan: Double, _ place: String) {
      let share = committed > 0 ? yuan / committed : 0
      if share > largest.share { largest = (share, place) }
    }
    for (place, named) in programme.named.enumerated() {
      take(named.ticket.value.yuan, "named.\(place).ticket")
    }
    for holding in programme.openingHoldings {
      take(holding.value.cost.value.yuan, "opening_holdings.\(holding.id).cost")
    }
    return largest
  }

  /// Money of governments over all commitments, also where it comes through a state-owned enterprise or another fund.
  fileprivate func governmentShare(among funds: [Identified<Fund>]) -> Double {
    let own = investors.reduce(0) { $0 + $1.value.commitment.value.yuan * $1.value.governmentPart(among: funds) }
    return committed > 0 ? own / committed : 0
  }

  /// Ids of the sectors of the mandate; empty for all.
  private var sectors: [String] {
    guard case .companies(let programme) = portfolio else { return [] }
    return programme.mandate.sectors
  }

  fileprivate func sharesSector(with other: Fund) -> Bool {
    sectors.isEmpty || other.sectors.isEmpty || !Set(sectors).isDisjoint(with: other.sectors)
  }
}

extension Investor {
  /// How much of the money is a government's: all or nothing of its own, and the part that governments have of a fund.
  /// Circles of funds have been refused before.
  fileprivate func governmentPart(among funds: [Identified<Fund>]) -> Double {
    if let owner = funds.first(where: { $0.id == fund }) { return owner.value.governmentShare(among: funds) }
    return isOfGovernment ? 1 : 0
  }
}
