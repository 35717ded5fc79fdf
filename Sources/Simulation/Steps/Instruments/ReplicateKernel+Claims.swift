// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// Instruments: claims on companies whose cash flows the companies' own fates trigger.
///
/// When a replicate has run, all fates are known; so every claim is settled then, quarter by quarter of its life, whoever
/// held the company and whether or not anybody watched it. Nothing that an instrument pays changes a fate: a rescue, which
/// does, was decided when the life was drawn.
extension ReplicateKernel {
  /// No claim of any instrument.
  mutating func clearInstruments() {
    claims.removeAll()
    creditOutstanding.fill(0)
    supportShares.fill(0)
  }

  /// Settles the claims of all instruments.
  mutating func settleInstruments() {
    for instrument in plan.instruments.indices {
      let first = claims.count
      if plan.instruments[instrument].grant != nil || plan.instruments[instrument].credit != nil
        || plan.instruments[instrument].contribution != nil
      {
        admitCompanies(instrument)
      }
      if plan.instruments[instrument].credit?.guarantee != nil { compensate(instrument, first..<claims.count) }
      if plan.instruments[instrument].rescue != nil { settleRescues(instrument) }
    }
  }

  /// Admits companies in the order of their entry, as long as the ceiling allows: by quarter, and within one as they were
  /// born.
  private mutating func admitCompanies(_ instrument: Int) {
    let window = plan.instruments[instrument].window
    entrants.fill(-1)
    nextEntrants.removeAll()
    nextEntrants.ensure(companies.count)
    for company in stride(from: companies.count - 1, through: 0, by: -1)
    where isFinanced(company) && companies[company].entered >= 0 {
      let quarter = Int(companies[company].entered * 4)
      guard window.contains(quarter), entrants.indices.contains(quarter), covers(company, by: instrument) else {
        continue
      }
      nextEntrants[company] = entrants[quarter]
      entrants[quarter] = company
    }
    var left = Double(plan.instruments[instrument].ceiling)
    for quarter in entrants.indices {
      var company = entrants[quarter]
      while company >= 0 {
        left -= admit(company, to: instrument, in: quarter, within: left)
        company = nextEntrants[company]
      }
    }
  }

  /// Whether anybody finances a company: one that was made for a ticket lives only if the ticket was bought.
  @inline(__always) private func isFinanced(_ company: Int) -> Bool {
    let stream = companies[company].stream
    let isMade = stream >= 0 && plan.streams[stream].perQuarter < 0
    return companies[company].isFunded || (companies[company].isDrawn && !isMade)
  }

  /// Gives a company what it is to get, if it fits under the ceiling.
  /// - Returns: Fen of grants, credit and assets.
  private mutating func admit(_ company: Int, to instrument: Int, in quarter: Int, within left: Double) -> Double {
    let about = plan.instruments[instrument]
    let ticket = ticket(company, about.pool)
    let granted = about.grant.map { amount($0.size, ticket: ticket, grant: 0) } ?? 0
    var lent = about.credit.map { amount($0.size, ticket: ticket, grant: granted) } ?? 0
    let appraised = about.contribution.map { amount($0.size, ticket: ticket, grant: granted) } ?? 0
    if let guarantee = about.credit?.guarantee, !isWithin(guarantee.limit, instrument, lent, in: quarter) { lent = 0 }
    let whole = granted + lent + appraised
    guard whole > 0, whole <= left else { return 0 }
    let fate = fate(of: company, failedBelow: about.pool.failedBelow)
    claims.append(ClaimState(instrument: instrument, company: company, quarter: quarter))
    let claim = claims.count - 1
    if granted > 0, let grant = about.grant { give(granted, grant, claim, fate) }
    if lent > 0, let credit = about.credit { lend(lent, credit, claim, fate) }
    if appraised > 0, let contribution = about.contribution { contribute(appraised, contribution, claim, fate) }
    note(
      .supported, quarter, time: companies[company].entered, company: company, amount: appraisedForStory(whole),
      detail: Double(instrument))
    return whole
  }

  @inline(__always) private mutating func appraisedForStory(_ fen: Double) -> Int64 {
    journal == nil ? 0 : appraised(fen)
  }

  /// Fen that the pool's funds paid at the entry, or the round where any company counts.
  @inline(__always) private func ticket(_ company: Int, _ pool: InstrumentPoolPlan) -> Double {
    guard pool.isByFund else { return companies[company].roundSize * 100 }
    var sum = 0.0
    var holding = companies[company].firstHolding
    while holding >= 0 {
      if pool.funds[holdings[holding].fund], holdings[holding].bought <= companies[company].entered {
        sum += Double(holdings[holding].cost)
      }
      holding = holdings[holding].next
    }
    return sum
  }

  private func amount(_ size: SizePlan, ticket: Double, grant: Double) -> Double {
    let fen =
      switch size {
      case .fixed(let amount): amount
      case .ofTicket(let times, let most): min(ticket * times, most)
      case .ofGrant(let times): grant * times
      }
    return fen.rounded()
  }

  /// Whether a further loan keeps those that are outstanding within a limit; earlier ones only shrink from now on.
  @inline(__always) private func isWithin(_ limit: Double, _ instrument: Int, _ lent: Double, in quarter: Int) -> Bool {
    Double(creditOutstanding[instrument * plan.quarters + quarter]) + lent <= limit
  }

  /// Moves money of an instrument; what would move after the grid does not.
  /// - Returns: Whole fen that moved.
  mutating func post(_ fen: Double, through channel: Int, in quarter: Int) -> Int64 {
    guard quarter < plan.quarters, fen > 0 else { return 0 }
    let whole = counted(fen)
    ledger.transfer(whole, through: channel, in: quarter)
    return whole
  }

  /// What became of a company within the grid.
  private func fate(of company: Int, failedBelow: Double) -> CompanyFate {
    var fate = CompanyFate()
    var event = companies[company].firstEvent
    while event >= 0 {
      let life = lives[event]
      switch life.kind {
      case StageEvent.graduates: break
      case StageEvent.stalled: fate.stalled = life.quarter
      case StageEvent.revived: fate.revived = life.quarter
      default:
        fate.kind = life.kind
        fate.quarter = life.quarter
        fate.time = life.time
        fate.value = life.value
      }
      event = life.next
    }
    fate.isFailure =
      fate.kind == StageEvent.failed || (fate.kind == StageEvent.realised && fate.value < failedBelow)
      || (fate.kind == StageEvent.boughtBack && fate.value == 0)
    return fate
  }

  /// What a rescue cost and brought, whether or not it succeeded.
  private mutating func settleRescues(_ instrument: Int) {
    let channels = plan.instruments[instrument].channels
    let cost = Double(plan.instruments[instrument].rescue?.cost ?? 0)
    for attempt in rescues.indices where rescues[attempt].instrument == instrument {
      let rescue = rescues[attempt]
      guard isFinanced(rescue.company) else { continue }
      var claim = ClaimState(instrument: instrument, company: rescue.company, quarter: rescue.quarter)
      claim.isRescue = true
      claim.isRevived = rescue.isRevived
      claim.rescueCost = post(cost, through: channels.rescue, in: rescue.quarter)
      claim.newMoney = post(rescue.newMoney * 100, through: channels.rescueRound, in: rescue.quarter)
      claims.append(claim)
    }
  }
}
