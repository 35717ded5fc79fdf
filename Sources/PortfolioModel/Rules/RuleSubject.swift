// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Something that rules are judged for, on a day.
public struct RuleSubject: Hashable, Sendable {
  /// What it can be.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A fund with public money.
    case fund
    /// A government that contributes to funds.
    case government
    /// How the region promotes investment.
    case promotion
    /// A support package.
    case package
  }

  /// What it is.
  public let kind: Kind
  /// Its id; empty where there is but one.
  public let id: String
  /// When it came to be.
  public let since: CalendarDate
  /// The day whose law it is judged by.
  public let day: CalendarDate
  /// The scenario that it belongs to.
  let scenario: Scenario
  /// What is known besides, of a fund.
  let outcome: FundOutcome?

  /// A subject; the id is one of the scenario's.
  init(
    _ kind: Kind, id: String, since: CalendarDate, day: CalendarDate, scenario: Scenario, outcome: FundOutcome? = nil
  ) {
    self.kind = kind
    self.id = id
    self.since = since
    self.day = day
    self.scenario = scenario
    self.outcome = outcome
  }

  var fund: Fund? { kind == .fund ? scenario.funds.first { $0.id == id }?.value : nil }

  /// Whether public money stands behind the fund, also through the funds above it.
  var hasPublicMoney: Bool { fund.map(hasPublicMoney) ?? false }

  /// Whether public money stands behind a fund of the scenario.
  func hasPublicMoney(_ fund: Fund) -> Bool { fund.investors.contains { isPublic($0.value) } }

  /// Whether an investor's money is public: its own, or some of that of the fund that it is.
  func isPublic(_ investor: Investor) -> Bool {
    if investor.investorClass.publicLevel != nil { return true }
    return scenario.funds.first { $0.id == investor.fund }.map { hasPublicMoney($0.value) } ?? false
  }

  var government: GovernmentFinances? { scenario.compliance.governments.first { $0.level.rawValue == id } }

  var promotion: PromotionConduct? { scenario.compliance.promotion }

  var package: SupportPackage? { instrument?.package ?? promotion?.packages.first { $0.id == id }?.value }

  /// An instrument is judged as a support package; its id stands behind the name of its section.
  var instrument: Instrument? {
    scenario.instruments.first { RuleSubject.id(ofInstrument: $0.id) == id }?.value
  }

  /// The id of an instrument as a subject, which no package can have.
  static func id(ofInstrument id: String) -> String { "instruments.\(id)" }
}
