// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How one rule stands for one subject.
public struct RuleFinding: Hashable, Sendable {
  /// Why a rule does not apply or cannot be judged.
  public enum Reason: Hashable, Sendable {
    /// The scenario has nothing of the kind.
    case noSubject(RuleSubject.Kind)
    /// The fund has no public money.
    case noPublicMoney
    /// The law did not hold yet, or no longer, on the day.
    case notInForce(CalendarDate)
    /// It covers only what came to be before it, or only what came to be since.
    case otherReach(RuleProvision.Reach)
    /// It applies in another case only.
    case otherCase(RuleObservation)
    /// A fact is not given.
    case notGiven(RuleObservation)
    /// Only a simulation tells.
    case outcome(RuleObservation)
    /// The run does not have the metric.
    case leftOut(RuleObservation)
    /// No replicate of the run has it.
    case onNoReplicate(RuleObservation)
  }

  /// The rule.
  public var rule: ComplianceRule
  /// The id of what was judged; empty where there is but one, or none.
  public var subject: String
  /// The provision that decided.
  public var provision: RuleProvision
  /// How it stands.
  public var status: RuleStatus
  /// What was found; nothing where the rule does not apply.
  public var observation: RuleObservation?
  /// Why it does not apply or cannot be judged.
  public var reason: Reason?

  /// The place of the field that decided; empty where there is none.
  public var path: String { observation?.path ?? "" }

  /// What a breach means, or would mean.
  public var severity: RuleSeverity { provision.severity }

  /// Whether the rule is broken and the act forbidden.
  public var isForbidden: Bool { status == .broken && severity == .forbidden }
}
