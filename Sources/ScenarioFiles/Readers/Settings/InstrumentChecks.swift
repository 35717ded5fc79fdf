// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// What must hold between instruments and the rest of a scenario: a pool that can have companies, and money that can be
/// counted.
struct InstrumentChecks {
  let scenario: Scenario
  let record: RecordReader

  func run() {
    for instrument in scenario.instruments {
      let path = "instruments.\(instrument.id)"
      let buyers = scenario.funds.filter { instrument.value.pool.funds.contains($0.id) }
      record.require(
        buyers.isEmpty || buyers.contains { $0.value.buysCompanies }, atPath: "\(path).pool.funds",
        "none of the funds buys companies one by one", "所列基金均不逐家投资企业")
      checkSource(instrument.value, at: path)
      // A company whose law or stream could not be read may be any.
      guard ["candidate_streams", "companies", "company_laws"].allSatisfy(record.context.couldRead) else { continue }
      adviseOnDistress(instrument.value, at: path)
      record.advise(
        canAdmit(instrument.value), atPath: "\(path).pool",
        "counts for nothing: no company enters at these stages, in these sectors and between first and last",
        "不起作用：没有企业以所列阶段与行业、在受理期内进入")
    }
  }

  /// A ceiling needs something that it limits; stages, rounds and distress are known of companies of stages alone.
  private func adviseOnDistress(_ instrument: Instrument, at path: String) {
    let gives = instrument.grant != nil || instrument.credit != nil || instrument.contribution != nil
    record.advise(
      instrument.ceiling == nil || gives, atPath: "\(path).ceiling", "counts for nothing: a rescue has no ceiling",
      "不起作用：救助不受上限约束")
    guard !hasStages(instrument.pool) else { return }
    for (part, isStated) in [
      ("rescue", instrument.rescue != nil), ("grant.conversion", instrument.grant?.conversion != nil),
      ("credit.defaults_when_stalled", instrument.credit?.defaultsWhenStalled == true),
    ] {
      record.advise(
        !isStated, atPath: "\(path).\(part)",
        "counts for nothing: companies under laws of multiples pass through no stages", "不起作用：倍数规律下的企业没有融资阶段")
    }
  }

  /// Whether a company that the pool may have passes through stages.
  private func hasStages(_ pool: InstrumentPool) -> Bool {
    let streams = scenario.candidateStreams.filter { pool.streams.contains($0.id) }
    let laws = Set(streams.map(\.value.law))
    return scenario.companyLaws.contains { law in
      guard case .staged = law.value else { return false }
      return pool.streams.isEmpty || laws.contains(law.id)
    }
  }

  /// Whether a company can come that fits; what is held at the opening can be rescued, and projects have sectors of their
  /// own.
  private func canAdmit(_ instrument: Instrument) -> Bool {
    guard instrument.rescue == nil, scenario.promotion?.funding == nil else { return true }
    let pool = instrument.pool
    func fits(_ stage: CompanyStage) -> Bool { pool.stages.isEmpty || pool.stages.contains(stage) }
    func fits(_ sector: String) -> Bool { pool.sectors.isEmpty || pool.sectors.contains(sector) }
    let streams = scenario.candidateStreams.filter { pool.streams.isEmpty || pool.streams.contains($0.id) }
    if streams.map(\.value).contains(where: { stream in
      stream.stageMix.contains { fits($0.stage) && $0.share.value.fraction > 0 }
        && stream.sectorMix.contains { fits($0.sector) && $0.share.value.fraction > 0 }
    }) {
      return true
    }
    func isOpen(_ quarter: Quarter) -> Bool {
      quarter >= instrument.first ?? quarter && quarter <= instrument.last ?? quarter
    }
    return pool.streams.isEmpty
      && scenario.companies.map(\.value).contains {
        fits($0.stage) && fits($0.sector) && isOpen(Quarter(containing: $0.enters))
      }
  }

  /// A level of government pays from a budget, enterprises from what is theirs.
  private func checkSource(_ instrument: Instrument, at path: String) {
    let own: Set<SourceOfFunds> = [.soeEquity, .soeDebt, .ownFunds]
    let isOwn = own.contains(instrument.sourceOfFunds)
    record.require(
      instrument.sourceOfFunds != .specialBond, atPath: "\(path).source_of_funds",
      "special bonds pay for nothing that earns no return", "专项债不得用于无收益的支持")
    record.require(
      !isOwn || instrument.payer == .stateOwned, atPath: "\(path).source_of_funds",
      "a government has no money of enterprises", "政府层级不能以企业资金支付")
  }
}

extension Fund {
  /// Whether its portfolio is modelled company by company.
  fileprivate var buysCompanies: Bool {
    if case .companies = portfolio { return true }
    return false
  }
}
