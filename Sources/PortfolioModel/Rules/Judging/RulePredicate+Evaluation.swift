// SPDX-License-Identifier: GPL-3.0-or-later

extension RulePredicate {
  /// Whether it holds, fails, or cannot be told.
  func evaluate(for subject: RuleSubject) -> RuleVerdict {
    switch self {
    case .excludes(let field, let words):
      judge(field, subject, settles: .breach) { $0.first { words.contains($0.text) }.map { [$0] } }
    case .includes(let field, let words):
      judge(field, subject, settles: .keeping) { found in Set(words).isSubset(of: found.map(\.text)) ? nil : found }
    case .includesAny(let field, let words):
      judge(field, subject, settles: .keeping) { found in found.contains { words.contains($0.text) } ? nil : found }
    case .within(let field, let words):
      judge(field, subject, settles: .breach) { found in
        found.isEmpty ? [] : found.first { !words.contains($0.text) }.map { [$0] }
      }
    case .disjoint(let field, let other): disjoint(field, other, subject)
    case .atMost(let field, let bound): judge(field, subject, 0...bound, includesHigh: true)
    case .below(let field, let bound): judge(field, subject, 0...bound, includesHigh: false)
    case .atLeast(let field, let bound): judge(field, subject, bound...Double.infinity, includesHigh: true)
    case .flag(let field, let wanted): judge(field, subject, isFlag: wanted)
    case .all(let parts): RulePredicate.worst(parts.map { $0.evaluate(for: subject) })
    case .any(let parts): RulePredicate.best(parts.map { $0.evaluate(for: subject) })
    }
  }

  /// A failure weighs more than what is not known, which weighs more than what holds.
  private static func worst(_ verdicts: [RuleVerdict]) -> RuleVerdict {
    verdicts.first { if case .fails = $0 { true } else { false } }
      ?? verdicts.first { if case .unknown = $0 { true } else { false } } ?? verdicts[0]
  }

  private static func best(_ verdicts: [RuleVerdict]) -> RuleVerdict {
    verdicts.first { if case .holds = $0 { true } else { false } }
      ?? verdicts.first { if case .unknown = $0 { true } else { false } } ?? verdicts[0]
  }

  /// What further words could not change: that some are wrong, or that those asked for are there.
  private enum Settled {
    case breach
    case keeping
  }

  /// Judges a list by the words at fault; nothing at fault means that it holds.
  private func judge(
    _ field: RuleField, _ subject: RuleSubject, settles: Settled, fault: ([RuleValue.Word]) -> [RuleValue.Word]?
  ) -> RuleVerdict {
    let value = field.value(of: subject)
    let (found, isWhole): ([RuleValue.Word], Bool)
    switch value {
    case .words(let words): (found, isWhole) = (words, true)
    case .partly(let words): (found, isWhole) = (words, false)
    default: return .unknown(field, subject)
    }
    let wrong = fault(found)
    guard isWhole || settles == (wrong == nil ? .keeping : .breach) else { return .unknown(field, subject) }
    guard let wrong else { return .holds(RuleObservation(field, subject, value: value)) }
    let path = wrong.count == 1 ? wrong[0].path : nil
    return .fails(RuleObservation(field, subject, path: path, value: .words(wrong)))
  }

  /// Judges a number, or a range of which only a part may be allowed.
  private func judge(
    _ field: RuleField, _ subject: RuleSubject, _ allowed: ClosedRange<Double>, includesHigh: Bool
  ) -> RuleVerdict {
    let value = field.value(of: subject)
    func isAllowed(_ number: Double) -> Bool {
      allowed.lowerBound <= number && (includesHigh ? number <= allowed.upperBound : number < allowed.upperBound)
    }
    switch value {
    case .number(let number):
      let observation = RuleObservation(field, subject, value: value)
      return isAllowed(number) ? .holds(observation) : .fails(observation)
    case .range(let range):
      let observation = RuleObservation(field, subject, value: value)
      let ends = [range.lowerBound, range.upperBound].map(isAllowed)
      return ends == [true, true]
        ? .holds(observation)
        : ends == [false, false] ? .fails(observation) : .unknown(field, subject, value: value)
    case .simulated(let numbers):
      return verdict(on: numbers.judged(isUpward: allowed.upperBound == .infinity, by: isAllowed), field, subject)
    default: return .unknown(field, subject)
    }
  }

  /// Results keep a rule where at least half of the replicates do, and break it where more than half do.
  private func verdict(on numbers: SimulatedRange, _ field: RuleField, _ subject: RuleSubject) -> RuleVerdict {
    let observation = RuleObservation(field, subject, value: .simulated(numbers))
    guard let allowed = numbers.allowed else { return .unknown(observation) }
    if allowed.lowerBound >= 0.5 { return .holds(observation) }
    return allowed.upperBound < 0.5 ? .fails(observation) : .unknown(observation)
  }

  private func judge(_ field: RuleField, _ subject: RuleSubject, isFlag wanted: Bool) -> RuleVerdict {
    let value = field.value(of: subject)
    guard case .flag(let flag) = value else { return .unknown(field, subject, value: value) }
    let observation = RuleObservation(field, subject, value: value)
    return flag == wanted ? .holds(observation) : .fails(observation)
  }

  private func disjoint(_ field: RuleField, _ other: RuleField, _ subject: RuleSubject) -> RuleVerdict {
    guard case .words(let forbidden) = other.value(of: subject) else {
      return .unknown(other, subject)
    }
    return RulePredicate.excludes(field, forbidden.map(\.text)).evaluate(for: subject)
  }
}
