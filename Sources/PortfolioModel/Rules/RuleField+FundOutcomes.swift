// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// What only a simulation tells of a fund, or bounds that facts give already.
extension RuleField {
  static let fundOutcomes: [RuleField] = [
    RuleField(
      "idle_share", of: .fund, at: "funds.*.opening.cash", unit: .share, isOutcome: true,
      // What a fund without an account at the opening leaves idle is what it calls ahead.
      place: { subject, _ in subject.fund?.opening == nil ? "funds.\(subject.id).calls" : nil },
      read: { subject, _ in
        if let shares = subject.outcome?.simulatedIdleShare { return .simulated(shares) }
        if let share = subject.outcome?.idleShare { return .number(share) }
        guard let opening = subject.fund?.opening, opening.paidIn.value > .zero else { return nil }
        return .number(opening.cash.value.yuan / opening.paidIn.value.yuan)
      }),
    RuleField(
      "direction_score", of: .fund, at: "funds.*.governance.evaluation", isOutcome: true,
      isAsked: { $0.fund?.isEvaluated ?? false },
      read: { subject, _ in
        if let scores = subject.outcome?.simulatedScore { return .simulated(scores) }
        return subject.outcome?.directionScore.map { .range($0) }
      }),
  ]
}
