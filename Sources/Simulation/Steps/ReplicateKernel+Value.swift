// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

extension ReplicateKernel {
  /// Values of a fund at the end of a quarter: gross, net of accrued carried interest, and as reported.
  mutating func recordValue(_ fund: Int, in quarter: Int) {
    guard plan.wants.navByQuarter || quarter == plan.quarters - 1 else { return }
    let cell = fund * plan.quarters + quarter
    let groups = plan.funds[fund].groups
    guard !funds[fund].isClosed else {
      funds[fund].reported = 0
      for group in groups { groupValues[group] = 0 }
      if plan.funds[fund].recordsParties { recordParties(fund, claims: 0, in: quarter) }
      return
    }
    let assets = max(0, modelValue(fund, at: quarter) + Double(funds[fund].cash - funds[fund].borrowed))
    let claims = claimsValue(fund, of: assets)
    gross[cell] = assets - claims
    let value = investorsPart(fund, of: gross[cell], at: quarter)
    for group in groups {
      groupValues[group] = scratch.groupValues[group - groups.lowerBound]
      net[group * plan.quarters + quarter] = groupValues[group]
    }
    if plan.funds[fund].recordsParties { recordParties(fund, claims: claims, in: quarter) }
    report(fund, value: value, claims: claims, in: quarter)
  }

  /// Fen that a fund is worth to its investors, those who left included, at the end of a quarter.
  @inline(__always) func netValue(_ fund: Int, at quarter: Int) -> Double {
    var value = 0.0
    if plan.funds[fund].publicExit >= 0 {
      for party in plan.funds[fund].parties { value += partyValues[party * plan.quarters + quarter] }
    } else {
      for group in plan.funds[fund].groups { value += net[group * plan.quarters + quarter] }
    }
    return value
  }

  /// `R(q) = s (R(q−1) + f(q)) + (1−s) (N(q−lag) + Σ f)`: the previous report rolled forward by this quarter's flows, and
  /// the lagged net value, stale values cut, rolled forward by those since. Before the grid `R` and `N` are the opening
  /// value.
  private mutating func report(_ fund: Int, value: Double, claims: Double, in quarter: Int) {
    let about = plan.funds[fund]
    let row = fund * plan.quarters
    let cut = staleCut(fund, in: quarter)
    stale[row + quarter] = cut > 0 ? investorsPart(fund, of: max(0, gross[row + quarter] - cut), at: quarter) : value
    stale[row + quarter] += claims
    let past = quarter - about.lag
    var lagged = past >= max(0, about.start) ? stale[row + past] : funds[fund].openingNet
    for since in max(0, past + 1)..<(quarter + 1) { lagged += flows(fund, in: since) }
    let previous = funds[fund].reported + flows(fund, in: quarter)
    funds[fund].reported = max(0, about.smoothing * previous + (1 - about.smoothing) * lagged)
    reported[row + quarter] = funds[fund].reported
  }

  /// Money that changed the net value of a fund without any revaluation: calls and interest less distributions, fees
  /// and costs.
  @inline(__always) private func flows(_ fund: Int, in quarter: Int) -> Double {
    let channels = plan.funds[fund].channels
    var sum = ledger.amount(through: channels.interest, in: quarter)
    sum -= ledger.amount(through: channels.managementFee, in: quarter)
    sum -= ledger.amount(through: channels.setUp, in: quarter)
    sum -= ledger.amount(through: channels.custody, in: quarter)
    sum -= ledger.amount(through: channels.fixedCost, in: quarter)
    if plan.funds[fund].line >= 0 {
      sum -= ledger.amount(through: plan.lines[plan.funds[fund].line].interest, in: quarter)
      sum -= ledger.amount(through: plan.lines[plan.funds[fund].line].fee, in: quarter)
    }
    for party in plan.funds[fund].firstParty..<plan.funds[fund].firstParty + plan.funds[fund].partyCount {
      sum += paid(party, in: quarter) - received(party, in: quarter)
    }
    for party in plan.fundTables[fund].interests {
      guard let equalisation = plan.parties[party].equalisation else { continue }
      sum += ledger.amount(through: equalisation.interestReceived, in: quarter)
    }
    return Double(sum)
  }

  /// What the haircut takes off the values of companies whose last round lies too far back.
  @inline(__always) private func staleCut(_ fund: Int, in quarter: Int) -> Double {
    let about = plan.funds[fund]
    guard about.staleHaircut > 0 else { return 0 }
    let limit = Double(quarter + 1) / 4 - about.staleAfter
    var cut = 0.0
    var holding = funds[fund].firstHolding
    while holding >= 0 {
      let isHeld = holdings[holding].status == .held
      if isHeld, companies[holdings[holding].company].lastRound < limit { cut += worth(holding, at: quarter) }
      holding = holdings[holding].nextOfFund
    }
    return cut * about.staleHaircut
  }

  /// What an investor paid in a quarter less what came back at a closing, whoever stands behind it by then.
  @inline(__always) func paid(_ party: Int, in quarter: Int) -> Int64 {
    let about = plan.parties[party]
    var own = ledger.amount(through: about.call, in: quarter)
    if let equalisation = about.equalisation {
      own += ledger.amount(through: equalisation.capitalPaid, in: quarter)
      own -= ledger.amount(through: equalisation.capitalReceived, in: quarter)
    }
    return about.owner < 0 ? own : own + ledger.amount(through: about.appropriation, in: quarter)
  }

  /// What an investor received in a quarter.
  @inline(__always) func received(_ party: Int, in quarter: Int) -> Int64 {
    let about = plan.parties[party]
    let own = ledger.amount(through: about.distribution, in: quarter)
    return about.owner < 0 ? own : own + ledger.amount(through: about.receipt, in: quarter)
  }
}
