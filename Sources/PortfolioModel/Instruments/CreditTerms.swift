// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A loan beside the equity, 投贷联动.
///
/// It is drawn in the quarter of the entry. Interest is paid every quarter, principal in equal parts after the years of
/// grace. A company that fails defaults on what is left; one that is bought back, acquired, transferred or listed repays it.
public struct CreditTerms: Hashable, Sendable {
  /// Who lends.
  public var lender: CreditLender

  /// How much.
  public var size: InstrumentSize

  /// Interest over the lending rate of the quarter in which it is drawn, for its whole life.
  public var spread: Sourced<AnnualRate>

  /// Years to the last payment.
  public var term: Sourced<TimeSpan>

  /// Years of interest alone.
  public var grace: Sourced<TimeSpan>

  /// Whether a company that finds no further round defaults.
  public var defaultsWhenStalled: Bool

  /// Part of a defaulted loan that is recovered.
  public var recovery: Sourced<Share>

  /// When.
  public var recoveryDelay: Sourced<TimeSpan>

  /// Interest that the payer takes over.
  public var subsidy: InterestSubsidy?

  /// Who else bears a default of a bank's loan.
  public var guarantee: GuaranteeTerms?

  /// The lender's right to shares.
  public var warrant: WarrantTerms?

  /// Takes every field.
  public init(
    lender: CreditLender, size: InstrumentSize, spread: Sourced<AnnualRate>, term: Sourced<TimeSpan>,
    grace: Sourced<TimeSpan>, defaultsWhenStalled: Bool, recovery: Sourced<Share>, recoveryDelay: Sourced<TimeSpan>,
    subsidy: InterestSubsidy?, guarantee: GuaranteeTerms?, warrant: WarrantTerms?
  ) {
    self.lender = lender
    self.size = size
    self.spread = spread
    self.term = term
    self.grace = grace
    self.defaultsWhenStalled = defaultsWhenStalled
    self.recovery = recovery
    self.recoveryDelay = recoveryDelay
    self.subsidy = subsidy
    self.guarantee = guarantee
    self.warrant = warrant
  }
}

/// Who lends.
public enum CreditLender: String, Hashable, Sendable, CaseIterable {
  /// A bank, with its own money.
  case bank
  /// The payer of the instrument.
  case payer
}

/// Interest that the payer takes over as long as the company pays, 贴息.
public struct InterestSubsidy: Hashable, Sendable {
  /// Points of the yearly rate; never more than the rate.
  public var cut: Sourced<AnnualRate>

  /// For how long.
  public var lasts: Sourced<TimeSpan>

  /// Most for one company; nothing for no limit.
  public var most: Sourced<Money>?

  /// Takes every field.
  public init(cut: Sourced<AnnualRate>, lasts: Sourced<TimeSpan>, most: Sourced<Money>?) {
    self.cut = cut
    self.lasts = lasts
    self.most = most
  }
}

/// Who bears the default of a bank's loan, 政府性融资担保; the payer is the guarantee institution.
public struct GuaranteeTerms: Hashable, Sendable {
  /// Who guarantees.
  public var guarantor: Guarantor

  /// Part of a default that the institution bears.
  public var institution: Sourced<Share>

  /// Part that the re-guarantor bears; the rest is the bank's.
  public var reGuarantor: Sourced<Share>

  /// Whose the re-guarantor is.
  public var reGuarantorLevel: PublicLevel

  /// What the company pays the institution a year, over the outstanding loan.
  public var fee: Sourced<AnnualRate>

  /// What the institution pays the re-guarantor a year, over its part of the outstanding loan.
  public var reFee: Sourced<AnnualRate>

  /// Most compensation so far over the loans guaranteed so far; a bank bears what goes beyond.
  public var cap: Sourced<Share>

  /// Net assets of the institution; nothing where they do not limit it.
  public var capital: Sourced<Money>?

  /// Most outstanding loans over net assets.
  public var leverage: Sourced<Double>

  /// Takes every field.
  public init(
    guarantor: Guarantor, institution: Sourced<Share>, reGuarantor: Sourced<Share>, reGuarantorLevel: PublicLevel,
    fee: Sourced<AnnualRate>, reFee: Sourced<AnnualRate>, cap: Sourced<Share>, capital: Sourced<Money>?,
    leverage: Sourced<Double>
  ) {
    self.guarantor = guarantor
    self.institution = institution
    self.reGuarantor = reGuarantor
    self.reGuarantorLevel = reGuarantorLevel
    self.fee = fee
    self.reFee = reFee
    self.cap = cap
    self.capital = capital
    self.leverage = leverage
  }
}

/// Who gives a guarantee.
public enum Guarantor: String, Hashable, Sendable, CaseIterable {
  /// A financing guarantee institution with capital of its own.
  case institution
  /// The government itself, which the budget law forbids.
  case government
}

/// The lender's right to buy shares at the price of the entry, 认股权; settled in cash when the company is sold or listed.
public struct WarrantTerms: Hashable, Sendable {
  /// Value of the shares, at their price, over the loan.
  public var coverage: Sourced<Share>

  /// By how much the price exceeds the value at entry.
  public var premium: Sourced<Share>

  /// Takes every field.
  public init(coverage: Sourced<Share>, premium: Sourced<Share>) {
    self.coverage = coverage
    self.premium = premium
  }
}
