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
