// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import PortfolioModel
import Quantities

/// Targets on the terminal: the least likely first, then all together, then contradictions.
struct TargetSummary {
  private let report: TargetReport
  private let language: Language

  init(_ report: TargetReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// At most so many lines; at least six are used where there is that much to say.
  func lines(width: Int, height: Int) -> [String] {
    let closing = closing(width: width)
    let most = max(2, max(6, height) - closing.count - 1)
    let order = report.findings.sorted { ($0.probability ?? 2, $0.id) < ($1.probability ?? 2, $1.id) }
    let shown = order.count <= most ? order : Array(order.prefix(most - 1))
    var table = TextTable()
    table.add(header)
    for finding in shown where finding.probability != nil { table.add(row(finding)) }
    let silent = shown.filter { $0.probability == nil }.map { finding in
      let required = ValueText.measured(finding.required, unit: finding.requiredUnit, language)
      return "\(finding.id): " + SummaryPhrase.noChance(finding.status, required: required).text(language)
    }
    let more = order.count > shown.count ? [SummaryPhrase.moreTargets(order.count - shown.count).text(language)] : []
    return table.lines(width: width) + (silent + more + closing).map { TextWidth.cut($0, to: width) }
  }

  /// All together, then one contradiction in full, or two where there are no more.
  private func closing(width: Int) -> [String] {
    let conflicts = report.conflicts.map { SummaryPhrase.conflict($0.message).text(language) }
    var lines = report.joint.map { [joint($0)] } ?? []
    for message in conflicts.prefix(conflicts.count > 2 ? 1 : 2) { lines += TextWidth.wrapped(message, to: width) }
    if conflicts.count > 2 { lines.append(SummaryPhrase.moreConflicts(conflicts.count - 1).text(language)) }
    return lines
  }

  private var header: [String] {
    [SummaryPhrase.targets, .chance, .atBase, .medianOverThreshold, .firstMet].map { $0.text(language) }
  }

  private func row(_ finding: TargetFinding) -> [String] {
    let date = finding.firstMet.map { report.time.start.advanced(by: $0).description }
    let input = finding.status == .input ? SummaryPhrase.isInput(isMet: finding.probability == 1).text(language) : nil
    return [
      "\(finding.id) \(finding.target.inequality.sign) \(threshold(finding.target))",
      input ?? chance(finding.probability ?? 0, finding.limits),
      finding.probabilityAtBase.map { ValueText.percent($0) } ?? "–",
      finding.medianOverThreshold.map { NumberText.rounded($0, places: 2) } ?? "–", date ?? "–",
    ]
  }

  private func threshold(_ target: Target) -> String {
    target.growth == nil
      ? ValueText.measured(target.threshold.value, unit: target.unit, language)
      : SummaryPhrase.growth(ValueText.percent(target.threshold.value)).text(language)
  }

  private func chance(_ probability: Double, _ limits: ClosedRange<Double>?) -> String {
    guard let limits else { return ValueText.percent(probability) }
    let ends = [limits.lowerBound, limits.upperBound].map { NumberText.rounded($0 * 100, places: 1) }
    return "\(ValueText.percent(probability)) (\(ends[0]) .. \(ends[1]))"
  }

  private func joint(_ joint: JointTargets) -> String {
    SummaryPhrase.joint(
      count: joint.exactly.count - 1, all: chance(joint.all.probability, joint.all.limits),
      independent: ValueText.percent(joint.ifIndependent), comonotone: ValueText.percent(joint.ifComonotone)
    ).text(language)
  }
}
