// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The rules of law that scenarios are judged by.
public struct RuleBook: Hashable, Sendable {
  /// The rules in the order of their ids.
  public var rules: [ComplianceRule]

  /// A book of rules.
  public init(rules: [ComplianceRule]) { self.rules = rules }

  /// Judges a scenario by the law of a day.
  ///
  /// Without a day each subject is judged by the law of its own time: the last day of the scenario's first quarter, or,
  /// for what comes to be later, the day on which it does. So a scenario of 2015 is not judged by the law of 2025, and a
  /// document that comes into force within the first quarter counts.
  /// - Parameters:
  ///   - scenario: What is judged.
  ///   - day: The day whose law counts for everybody.
  ///   - outcomes: What is known of funds besides their terms, by id.
  /// - Returns: A finding for every rule and subject, in the order of rules; one a rule where there is no subject.
  public func judge(
    _ scenario: Scenario, on day: CalendarDate? = nil, outcomes: [String: FundOutcome] = [:]
  ) -> [RuleFinding] {
    rules.flatMap { rule -> [RuleFinding] in
      let subjects = RuleSubject.all(rule.subject, of: scenario, on: day, outcomes: outcomes)
      guard !subjects.isEmpty else {
        return [rule.finding(.notApplicable, provision: rule.provisions[0], reason: .noSubject(rule.subject))]
      }
      return subjects.map { rule.judge($0) }
    }
  }
}

extension RuleSubject {
  /// Everything of a kind in a scenario, sorted by id.
  static func all(
    _ kind: Kind, of scenario: Scenario, on day: CalendarDate?, outcomes: [String: FundOutcome]
  ) -> [RuleSubject] {
    let start = scenario.time.lastDay(of: 0)
    func subject(_ id: String, since: CalendarDate) -> RuleSubject {
      RuleSubject(
        kind, id: id, since: since, day: day ?? max(start, since), scenario: scenario,
        outcome: kind == .fund ? outcomes[id] : nil)
    }
    switch kind {
    case .fund:
      return scenario.funds.map { subject($0.id, since: $0.value.governance.established ?? $0.value.starts.lastDay) }
    case .government: return scenario.contributingLevels.map { subject($0.rawValue, since: start) }
    case .promotion: return scenario.compliance.promotion == nil ? [] : [subject("", since: start)]
    case .package:
      let instruments = scenario.instruments.map {
        subject(
          id(ofInstrument: $0.id), since: $0.value.first.map { max(start, $0.lastDay) } ?? start)
      }
      return (scenario.compliance.promotion?.packages ?? []).map { subject($0.id, since: $0.value.signed) }
        + instruments
    }
  }
}

extension Scenario {
  /// The governments that contribute to a fund; where an enterprise holds the money, its level stands for the government
  /// behind it.
  fileprivate var contributingLevels: [PublicLevel] {
    let contributors = funds.flatMap(\.value.investors).map(\.value).filter(\.isOfGovernment)
    let levels = Set(contributors.compactMap(\.investorClass.publicLevel))
    return PublicLevel.allCases.filter(levels.contains)
  }
}
