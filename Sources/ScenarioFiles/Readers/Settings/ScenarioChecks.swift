// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// What must hold between parts of a scenario that are far from each other.
struct ScenarioChecks {
  let scenario: Scenario
  let record: RecordReader

  init(_ scenario: Scenario, _ record: RecordReader) {
    self.scenario = scenario
    self.record = record
  }

  /// Reports what does not hold. Nothing is checked while describing, or where ids are already known to be wrong.
  func run() {
    for stream in scenario.candidateStreams {
      for part in stream.value.stageMix where part.share.value.fraction > 0 {
        check(part.stage, of: stream.value.law, at: "candidate_streams.\(stream.id).stage_mix")
      }
    }
    for company in scenario.companies {
      check(company.value.stage, of: company.value.law, at: "companies.\(company.id).stage")
    }
    for fund in scenario.funds {
      checkCosts(of: fund)
      guard case .companies(let programme) = fund.value.portfolio else { continue }
      for holding in programme.openingHoldings {
        check(
          holding.value.stage, of: holding.value.law,
          at: "funds.\(fund.id).portfolio.opening_holdings.\(holding.id).stage")
      }
      checkPurchases(programme, of: fund)
      checkOpening(programme, of: fund)
    }
    checkCommitments()
    FundTreeChecks(scenario, record).run()
    PublicMoneyChecks(scenario: scenario, record: record).run()
    InstrumentChecks(scenario: scenario, record: record).run()
  }

  /// All that is committed can be counted in fen, and so can what it grows to.
  private func checkCommitments() {
    let committed = scenario.funds.flatMap(\.value.investors).reduce(0) { $0 + $1.value.commitment.value.yuan }
    record.require(
      committed <= 1e15, atPath: "funds", "commitments of more than 1000 万亿元 in all", "认缴总额超过 1000 万亿元")
  }

  /// A staged law must know the stages of the companies that follow it.
  private func check(_ stage: CompanyStage, of law: String, at path: String) {
    guard case .staged(let staged) = scenario.companyLaws.first(where: { $0.id == law })?.value else { return }
    record.require(
      staged.stages.isEmpty || staged.stages.contains { $0.stage == stage }, atPath: path,
      "the law \(law) has no stage \(stage.rawValue)", "演化规律 \(law) 没有阶段 \(stage.rawValue)")
  }
}

extension RecordReader {
  /// Reports a problem with a field that lies deeper than this mapping, unless a condition holds; nothing is checked
  /// where a problem was already reported at the field or beneath it.
  func require(_ condition: @autoclosure () -> Bool, atPath path: String, _ english: String, _ chinese: String) {
    check(condition(), atPath: path, .inconsistent(BilingualText(english, chinese)))
  }

  /// Warns of something unusual likewise.
  func advise(_ condition: @autoclosure () -> Bool, atPath path: String, _ english: String, _ chinese: String) {
    check(condition(), atPath: path, .advice(BilingualText(english, chinese)))
  }

  private func check(_ condition: @autoclosure () -> Bool, atPath path: String, _ problem: ScenarioProblem) {
    guard node != nil else { return }
    let isReported = context.issues.contains { $0.path == path || $0.path.hasPrefix(path + ".") }
    guard !isReported, !condition() else { return }
    context.report(ScenarioIssue(position(atPath: path), path, problem))
  }
}
