// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// Whether what targets and the assessment name is there, and has the metrics that they ask for.
struct TargetChecks {
  let scenario: Scenario
  let record: RecordReader
  let metrics: MetricNames

  func run() {
    guard record.node != nil, record.context.firstPass != nil else { return }
    for target in scenario.targets where target.value.basis == .simulated {
      let path = "targets.\(target.id)"
      guard record.context.couldRead("\(path).metric"), record.context.couldRead("\(path).window") else { continue }
      let divisor = target.value.over.map { [$0] } ?? []
      let elsewhere = target.value.overEntity
      let byQuarter = target.value.window != nil
      let own = [target.value.metric] + (elsewhere == nil ? divisor : [])
      check(target.value.entity, has: own, byQuarter: byQuarter, at: "\(path).entity")
      if let elsewhere { check(elsewhere, has: divisor, byQuarter: byQuarter, at: "\(path).over_entity") }
    }
    guard let assessment = scenario.assessment, record.context.couldRead("assessment") else { return }
    let measures = assessment.indicators.map(\.value.measure) + assessment.adjustments.map(\.value.measure)
    let asked = measures.flatMap { [$0.metric] + ($0.over.map { [$0] } ?? []) }
    for (place, entity) in assessment.entities.enumerated() {
      check(entity, has: asked, byQuarter: true, at: "assessment.entities.\(place)")
    }
    guard record.context.couldRead("assessment.entities") else { return }
    let patterns = assessment.entities.map { EntityPattern($0) }
    let assessed = scenario.entityNames.map(\.name).filter { name in patterns.contains { $0.matches(name) } }
    for indicator in assessment.indicators {
      let strangers = indicator.value.quotas.keys.sorted().filter { !assessed.contains($0) }
      record.require(
        strangers.isEmpty, atPath: "assessment.indicators.\(indicator.id).quotas",
        "\(strangers.joined(separator: ", ")) is not assessed", "\(strangers.joined(separator: "、")) 不在被考核主体中")
    }
  }

  /// Each entity that is meant must have each metric.
  private func check(_ entity: String, has asked: [String], byQuarter: Bool, at path: String) {
    guard record.context.couldRead(path), record.context.couldRead("funds"),
      record.context.couldRead("promotion")
    else { return }
    let pattern = EntityPattern(entity)
    let matching = scenario.entityNames.filter { pattern.matches($0.name) }
    guard !matching.isEmpty else {
      let names = scenario.entityNames.map(\.name)
      return record.context.report(
        ScenarioIssue(
          record.position(atPath: path), path, .unknownReference(entity),
          expected: .words(
            BilingualText(
              "an entity such as \(names.prefix(3).joined(separator: ", "))",
              "主体，如 \(names.prefix(3).joined(separator: "、"))")),
          suggestion: Spelling.suggestion(for: entity, among: names)))
    }
    for metric in asked {
      guard let facts = metrics.facts(of: metric, byQuarter: byQuarter) else { continue }
      let without = matching.first { !facts.members.contains($0.member) }
      record.require(
        without == nil, atPath: path, "\(without?.name ?? "") has no metric \(metric)\(byQuarter ? " by quarter" : "")",
        "\(without?.name ?? "") 没有\(byQuarter ? "逐季" : "")指标 \(metric)")
    }
  }
}

extension RecordReader {
  /// The place of a field that lies deeper than this mapping, as far as it is written.
  func position(atPath path: String) -> SourcePosition {
    guard var place = node else { return SourcePosition(startOf: "") }
    for key in path.split(separator: ".") {
      guard let next = place.child(String(key)) else { break }
      place = next
    }
    return place.position
  }
}
