// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A fund that invests in companies directly, or a portfolio that follows a pacing law.
public struct Fund: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// The quarter of the first closing; ages count from it.
  public var starts: Quarter

  /// Who commits capital, by id; together they commit more than nothing.
  public var investors: [Identified<Investor>]

  /// How social capital is raised; nothing where every commitment is certain.
  public var raising: Raising?

  /// How capital is called.
  public var calls: CapitalCalls

  /// What the fund holds and buys.
  public var portfolio: Portfolio

  /// What it costs.
  public var fees: Fees

  /// How proceeds are divided.
  public var waterfall: WaterfallClause

  /// What some investors give up for others, by id.
  public var concessions: [Identified<Concession>]

  /// How long it lives and how it ends.
  public var life: FundLife

  /// Who manages it.
  public var manager: Manager

  /// How the reported net asset value lags behind the model's.
  public var valuation: ReportedValuation

  /// Interest on idle cash over the lending rate; the sum is at least 0.
  public var idleCashSpread: Sourced<AnnualRate>

  /// How much it may lose; nothing where no threshold is agreed.
  public var tolerance: LossTolerance?

  /// How it sells what is left if it is state-owned; nothing where it sells at once.
  public var stateSale: StateSale?

  /// Listed shares that investors receive; nothing where all are sold.
  public var inKind: InKindDistribution?

  /// What lets its public investors leave; nothing where they stay.
  public var publicExit: PublicExit?

  /// The line of credit that it draws on before it calls; nothing where it has none.
  public var creditLine: CreditLine?

  /// What it is to bring back to the region; nothing where nothing is agreed.
  public var reinvestment: ReinvestmentClause?

  /// What happened before the run began, for a fund that already lives.
  public var opening: OpeningAccount?

  /// Facts that rules of law ask for.
  public var governance: FundGovernance

  /// Whether replicates score its investment direction: facts of the evaluation and its date are given.
  public var isEvaluated: Bool { governance.evaluation.age != nil && !governance.evaluation.isEmpty }

  /// The local investment asked for over the public commitments, those through other funds included: as stated, or as its
  /// clause has it. Nothing where the clause is reckoned against some investors and no public money is known of.
  public func askedReinvestment(among funds: [Identified<Fund>]) -> Double? {
    if let stated = governance.reinvestmentRatio { return stated.value }
    guard let reinvestment else { return nil }
    guard !reinvestment.investors.isEmpty else { return reinvestment.multiple.value }
    let named = investors.filter { reinvestment.investors.contains($0.id) }
    let base = named.reduce(0) { $0 + $1.value.commitment.value.yuan }
    let part = publicPart(among: funds)
    return part > 0 ? reinvestment.multiple.value * base / (part * committed) : nil
  }

  /// Yuan that all investors commit.
  private var committed: Double { investors.reduce(0) { $0 + $1.value.commitment.value.yuan } }

  /// The part of its commitments that is public money, also through other funds; circles of funds are refused before.
  private func publicPart(among funds: [Identified<Fund>]) -> Double {
    let own = investors.reduce(0) { sum, investor in
      let owner = funds.first { $0.id == investor.value.fund }?.value
      let part = owner?.publicPart(among: funds) ?? (investor.value.investorClass.publicLevel != nil ? 1 : 0)
      return sum + investor.value.commitment.value.yuan * part
    }
    return committed > 0 ? own / committed : 0
  }

  /// Takes every field.
  public init(
    name: BilingualText, starts: Quarter, investors: [Identified<Investor>], raising: Raising? = nil,
    calls: CapitalCalls, portfolio: Portfolio, fees: Fees, waterfall: WaterfallClause,
    concessions: [Identified<Concession>] = [], life: FundLife,
    manager: Manager, valuation: ReportedValuation,
    idleCashSpread: Sourced<AnnualRate>, opening: OpeningAccount?, tolerance: LossTolerance? = nil,
    reinvestment: ReinvestmentClause? = nil, creditLine: CreditLine? = nil,
    stateSale: StateSale? = nil, inKind: InKindDistribution? = nil, publicExit: PublicExit? = nil,
    governance: FundGovernance = FundGovernance()
  ) {
    self.name = name
    self.starts = starts
    self.investors = investors
    self.raising = raising
    self.calls = calls
    self.portfolio = portfolio
    self.fees = fees
    self.waterfall = waterfall
    self.concessions = concessions
    self.life = life
    self.manager = manager
    self.valuation = valuation
    self.idleCashSpread = idleCashSpread
    self.opening = opening
    self.tolerance = tolerance
    self.reinvestment = reinvestment
    self.creditLine = creditLine
    self.stateSale = stateSale
    self.inKind = inKind
    self.publicExit = publicExit
    self.governance = governance
  }
}
