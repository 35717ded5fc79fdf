// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import PortfolioModel
internal import Quantities

/// Whether a fund can do what it plans, and can have done what its opening says.
extension ScenarioChecks {
  /// A fund that buys looks at streams which send what it has tickets for; one that buys nothing is unusual.
  func checkPurchases(_ programme: InvestmentProgramme, of fund: Identified<Fund>) {
    let path = "funds.\(fund.id).portfolio"
    checkNamed(programme, of: fund, path)
    guard programme.ticketsPerYear.contains(where: { $0.value > 0 }) else {
      let isIdle = programme.named.isEmpty && programme.openingHoldings.isEmpty && programme.coInvestment == nil
      return record.advise(
        !isIdle, atPath: path, "the fund never invests: no tickets a year, no company named, nothing held",
        "基金不会投资：没有年度投资计划、指定企业与期初持仓")
    }
    record.require(
      !programme.streams.isEmpty && !programme.tickets.isEmpty, atPath: path,
      "the fund buys companies, but streams or tickets are empty", "基金要投资企业，但 streams 或 tickets 为空")
    checkStreams(programme, path)
    checkLeastShares(programme, path)
    record.advise(
      Double(programme.ticketsPerYear.count) <= programme.period.value.years.rounded(.up),
      atPath: "\(path).tickets_per_year", "years beyond the investment period count for nothing", "超出投资期的年份不起作用")
    let committed = fund.value.committed
    let most = committed * programme.concentrationLimit.value.fraction
    // Where there is none, something else is wrong, and said.
    record.advise(
      most == 0 || programme.tickets.isEmpty || programme.tickets.contains { least($0, of: programme) <= most },
      atPath: "\(path).tickets", "every ticket is above the most in one company, so nothing is bought",
      "各阶段单笔投资额均超过单一企业上限，基金不会投资")
    for plan in programme.tickets where committed > 0 && record.context.couldRead("funds.\(fund.id).investors") {
      record.advise(
        record.reach(plan.ticket).lowerBound <= committed, atPath: "\(path).tickets.\(plan.stage.rawValue).ticket",
        "more than all that is committed, so that whole rounds are bought", "超过基金全部认缴，将按整轮融资额投资")
    }
  }

  /// A fund whose first year of own costs takes all that is committed never invests.
  func checkCosts(of fund: Identified<Fund>) {
    let fees = fund.value.fees
    let costs = fees.setUp.value.yuan + fees.fixedPerYear.value.yuan
    record.advise(
      costs == 0 || fund.value.committed == 0 || costs < fund.value.committed, atPath: "funds.\(fund.id).fees",
      "costs of the set-up and the first year take all that is committed", "设立费用与首年固定费用已用尽全部认缴")
  }

  /// A least share of a kind of company that no stream sends, and no name or opening brings, stops every purchase.
  private func checkLeastShares(_ programme: InvestmentProgramme, _ path: String) {
    let streams = scenario.candidateStreams.filter { programme.streams.contains($0.id) }.map(\.value)
    guard !streams.isEmpty, programme.openingHoldings.isEmpty, programme.named.isEmpty else { return }
    let sentStages = streams.flatMap(\.stageMix).filter { record.reach($0.share).upperBound > 0 }.map(\.stage)
    let stages = sentStages.filter { stage in programme.tickets.contains { $0.stage == stage } }
    let mandate = programme.mandate
    let sent: [(key: String, minimum: Sourced<Share>, isSent: Bool)] = [
      ("early_minimum", mandate.earlyMinimum, stages.contains { $0.isEarly }),
      (
        "hard_tech_minimum", mandate.hardTechMinimum,
        streams.contains { record.reach($0.hardTechShare).upperBound > 0 }
      ),
      ("local_minimum", mandate.localMinimum, streams.contains { record.reach($0.localShare).upperBound > 0 }),
    ]
    for (key, minimum, isSent) in sent {
      record.advise(
        isSent || record.reach(minimum).upperBound == 0, atPath: "\(path).mandate.\(key)",
        "no stream sends such companies, so nothing is bought", "没有项目来源提供此类企业，基金不会投资")
    }
  }

  /// What few first tickets are less than: none is more than its round, and 2 % of rounds lie two deviations below the median.
  private func least(_ plan: TicketPlan, of programme: InvestmentProgramme) -> Double {
    let streams = scenario.candidateStreams.filter { programme.streams.contains($0.id) }
    let rounds = streams.flatMap(\.value.rounds).filter { $0.stage == plan.stage }
    return rounds.reduce(plan.ticket.value.yuan) { min($0, $1.size.value.yuan * exp(-2 * $1.sigma.value)) }
  }

  /// A company is bought once, when it seeks its round, and for no more than the round.
  private func checkNamed(_ programme: InvestmentProgramme, of fund: Identified<Fund>, _ path: String) {
    var bought: Set<String> = []
    for (place, named) in programme.named.enumerated() {
      guard let company = scenario.companies.first(where: { $0.id == named.company }),
        record.context.couldRead("companies.\(company.id)")
      else { continue }
      let here = "\(path).named.\(place)"
      record.require(
        bought.insert(company.id).inserted, atPath: "\(here).company",
        "the fund names the company \(company.id) twice", "基金重复指定企业 \(company.id)")
      let round = company.value.roundSize.value
      record.require(
        named.ticket.value.fen <= round.fen, atPath: "\(here).ticket",
        "more than the whole round of the company \(company.id), \(QuantityKind.money.written(round.yuan))",
        "超过企业 \(company.id) 本轮融资总额 \(QuantityKind.money.written(round.yuan))")
      guard ["starts", "life"].allSatisfy({ record.context.couldRead("funds.\(fund.id).\($0)") }) else { continue }
      record.advise(
        fund.value.covers(Quarter(containing: company.value.enters)), atPath: "\(here).company",
        "the company seeks its round before the fund starts or after its term", "该企业融资时基金尚未设立或已到期")
    }
  }

  private func checkStreams(_ programme: InvestmentProgramme, _ path: String) {
    let streams = scenario.candidateStreams.filter { programme.streams.contains($0.id) }
    guard !streams.isEmpty, !programme.tickets.isEmpty else { return }
    let stages = Set(streams.flatMap { $0.value.stageMix.filter { $0.share.value.fraction > 0 }.map(\.stage) })
    record.require(
      stages.isEmpty || programme.tickets.contains { stages.contains($0.stage) }, atPath: "\(path).tickets",
      "no stream sends companies of a stage that has a ticket", "没有项目来源提供这些阶段的企业")
    let sectors = Set(streams.flatMap { $0.value.sectorMix.filter { $0.share.value.fraction > 0 }.map(\.sector) })
    let allowed = programme.mandate.sectors
    record.require(
      allowed.isEmpty || sectors.isEmpty || !sectors.isDisjoint(with: allowed), atPath: "\(path).mandate.sectors",
      "no stream sends companies of a sector that is allowed", "没有项目来源提供允许行业的企业")
  }

  /// What the fund holds at the start was bought by it, with the money that it had.
  func checkOpening(_ programme: InvestmentProgramme, of fund: Identified<Fund>) {
    let path = "funds.\(fund.id)"
    guard record.context.couldRead("\(path).starts"), record.context.couldRead("\(path).opening") else { return }
    for holding in programme.openingHoldings {
      let place = "\(path).portfolio.opening_holdings.\(holding.id)"
      record.require(
        holding.value.acquired >= fund.value.starts.firstDay, atPath: "\(place).acquired",
        "the holding is older than the fund", "持仓早于基金设立")
      guard let law = scenario.companyLaws.first(where: { $0.id == holding.value.law }),
        record.context.couldRead("company_laws.\(law.id)")
      else { continue }
      record.require(
        holding.value.multiple.value <= law.value.maxMultiple, atPath: "\(place).multiple",
        "above the cap on multiples of the law \(law.id)", "超过演化规律 \(law.id) 的倍数上限")
    }
    guard let opening = fund.value.opening else { return }
    let cost = programme.openingHoldings.reduce(0) { $0 + $1.value.cost.value.yuan }
    let paidIn = opening.paidIn.value.yuan
    record.advise(
      cost <= paidIn, atPath: "\(path).opening", "what is held cost more than was paid in", "期初持仓成本超过实缴")
    record.advise(
      cost > paidIn || opening.cash.value.yuan <= paidIn - cost, atPath: "\(path).opening",
      "more cash than is left of what was paid in after what is held", "账面现金超过实缴减去持仓成本")
  }
}

extension Fund {
  /// Yuan that all investors commit.
  fileprivate var committed: Double { investors.reduce(0) { $0 + $1.value.commitment.value.yuan } }

  /// Whether a quarter lies in the fund's term.
  fileprivate func covers(_ quarter: Quarter) -> Bool {
    starts <= quarter && quarter < starts.advanced(by: life.term.value.wholeQuarters)
  }
}

extension CompanyLaw {
  /// The cap on multiples of cost, or of value over entry.
  fileprivate var maxMultiple: Double {
    switch self {
    case .staged(let law): law.maxMultiple.value
    case .multiple(let law): law.maxMultiple.value
    }
  }
}
