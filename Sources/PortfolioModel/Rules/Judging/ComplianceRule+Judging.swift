// SPDX-License-Identifier: GPL-3.0-or-later

extension ComplianceRule {
  /// Judges one subject: the weightiest breach, else what is not known, else what holds, else why nothing applies.
  func judge(_ subject: RuleSubject) -> RuleFinding {
    if subject.kind == .fund, !subject.hasPublicMoney {
      return finding(.notApplicable, subject, provision: provisions[0], reason: .noPublicMoney)
    }
    let findings = provisions.map { judge(subject, $0) }
    let breaches = findings.filter { $0.status == .broken }
    return breaches.max { $0.severity < $1.severity } ?? findings.first { $0.status == .noData }
      ?? findings.first { $0.status == .kept } ?? findings[findings.count - 1]
  }

  private func judge(_ subject: RuleSubject, _ provision: RuleProvision) -> RuleFinding {
    if let reason = provision.reasonNotToApply(to: subject) {
      return finding(.notApplicable, subject, provision: provision, reason: reason)
    }
    let verdict = provision.requirement.evaluate(for: subject)
    switch (provision.condition?.evaluate(for: subject), verdict) {
    case (.fails(let other), _):
      return finding(.notApplicable, subject, provision: provision, reason: .otherCase(other))
    case (_, .holds(let found)): return finding(.kept, subject, provision: provision, found)
    case (.unknown(let missing), _), (_, .unknown(let missing)):
      let reason = reason(missing, for: subject)
      return finding(.noData, subject, provision: provision, reason.observation ?? missing, reason: reason)
    case (_, .fails(let found)): return finding(.broken, subject, provision: provision, found)
    }
  }

  /// Why something is not known: of results, before a run nothing is; after it a fact is missing, the run leaves the metric
  /// out, or no replicate has it.
  private func reason(_ missing: RuleObservation, for subject: RuleSubject) -> RuleFinding.Reason {
    guard missing.field.isOutcome else { return .notGiven(missing) }
    guard let told = subject.outcome?.simulated, !missing.isSimulated else { return .outcome(missing) }
    guard missing.field.isAsked(subject) else { return .notGiven(missing) }
    guard !told.contains(missing.field.name) else { return .onNoReplicate(missing) }
    return .leftOut(RuleObservation(missing.field, subject, path: "outputs.replicate_metrics", value: missing.value))
  }

  func finding(
    _ status: RuleStatus, _ subject: RuleSubject? = nil, provision: RuleProvision, _ found: RuleObservation? = nil,
    reason: RuleFinding.Reason? = nil
  ) -> RuleFinding {
    RuleFinding(
      rule: self, subject: subject?.id ?? "", provision: provision, status: status, observation: found, reason: reason)
  }
}

extension RuleProvision {
  /// Why a provision does not cover a subject, by the dates of both.
  fileprivate func reasonNotToApply(to subject: RuleSubject) -> RuleFinding.Reason? {
    guard document.isInForce(on: subject.day) else { return .notInForce(subject.day) }
    guard let start = document.effectiveFrom else { return nil }
    switch reach {
    case .all: return nil
    case .new: return subject.since < start ? .otherReach(.new) : nil
    case .existing: return subject.since < start ? nil : .otherReach(.existing)
    }
  }
}
