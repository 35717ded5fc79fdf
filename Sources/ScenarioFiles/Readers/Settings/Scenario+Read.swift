// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Scenario {
  /// Reads the whole of a scenario file.
  static func read(_ record: RecordReader, metrics: MetricNames) -> Scenario {
    let time = record.section("time", "Quarters that are simulated", "模拟的季度", TimeGrid.read)
    let economy = record.section("economy", "What all companies and funds share", "公共经济环境", Economy.read)
    // Before any amount is read; a placeholder converts nothing.
    record.context.convert(dollar: record.context.couldRead("economy") ? economy.dollar : nil, from: time.start.year)
    let promotion = record.optionalSection(
      "promotion", "Promotion of capital: leads and what becomes of them", "招商引资：线索及其去向"
    ) {
      Promotion.read($0, time: time)
    }
    let scenario = Scenario(
      name: record.name(),
      summary: record.name("summary", "What the scenario is for", "情景用途"),
      time: time,
      run: record.section("run", "Settings of the run", "运行设置", RunSettings.read),
      economy: economy,
      companyLaws: record.members("company_laws", "How companies fare", "企业演化规律", CompanyLaw.read),
      candidateStreams: record.members(
        "candidate_streams", "Where investment opportunities come from", "投资机会来源", CandidateStream.read),
      companies: record.members("companies", "Companies named one by one", "逐一列出的企业") {
        NamedCompany.read($0, time: time)
      },
      // A scenario of promotion needs no fund; the format cannot say so of two keys.
      funds: record.members("funds", atLeast: record.has("promotion") || record.isDescribing ? 0 : 1, "Funds", "基金") {
        Fund.read($0, time: time)
      },
      derivedPlans: record.members(
        "derived_plans", "The same scenario without some funds", "去掉部分基金的对照方案", DerivedPlan.read),
      outputs: record.section("outputs", "What is written", "输出内容") {
        OutputSettings.read($0, metrics: metrics)
      },
      compliance: record.section(
        "compliance", "Facts about governments that rules of law ask for", "有关政府的合规事实", ComplianceFacts.read),
      publicMoney: PublicFinances.readAll(record),
      instruments: record.members("instruments", "Support of companies beside the funds", "基金之外的企业支持工具") {
        Instrument.read($0, time: time)
      }, promotion: promotion,
      targets: record.members("targets", "What the plan promises", "规划目标") {
        Target.read($0, metrics: metrics, time: time)
      },
      assessment: record.optionalSection("assessment", "How work is scored and ranked", "考核评分") {
        Assessment.read($0, metrics: metrics)
      })
    ScenarioChecks(scenario, record).run()
    scenario.checkProjects(record)
    TargetChecks(scenario: scenario, record: record, metrics: metrics).run()
    return scenario
  }
}

extension Scenario {
  /// Projects that are written out were simulated, and what funds support has funds.
  fileprivate func checkProjects(_ record: RecordReader) {
    for (place, number) in outputs.projectReplicates.enumerated() where record.context.couldRead("run") {
      let path = "outputs.project_replicates.\(place)"
      record.require(
        promotion != nil, atPath: path, "there are no projects without promotion", "没有招商引资（promotion），无项目可列")
      record.require(
        number.value < run.replicates, atPath: path, "the run has \(run.replicates) replicates, from 0",
        "共模拟 \(run.replicates) 次，序号从 0 起")
    }
    record.require(
      promotion?.funding == nil || !funds.isEmpty, atPath: "promotion.funding",
      "there is no fund that projects could meet", "没有可与项目对接的基金")
    checkStreamOfProjects(record)
  }

  /// Where a company is made up for every ticket, nobody chooses, so that no project is ever chosen.
  private func checkStreamOfProjects(_ record: RecordReader) {
    guard let name = promotion?.funding?.stream, record.context.couldRead("candidate_streams"),
      let stream = candidateStreams.first(where: { $0.id == name })
    else { return }
    record.require(
      stream.value.arrivals != .unlimited, atPath: "promotion.funding.stream",
      "the stream \(name) is unlimited, so its funds never meet a project; give it counted arrivals, "
        + "candidate_streams.\(name).arrivals: {kind: per_year, mean: 40}, or name a stream that has them",
      "项目来源 \(name) 不限数量，其基金不会遇到招商项目；请限定来源数量，如 candidate_streams.\(name).arrivals: "
        + "{kind: per_year, mean: 40}，或改用已限定数量的来源")
  }
}

extension RecordReader {
  /// A collection of the model: members with their ids, sorted by id.
  func members<Value: Hashable & Sendable>(
    _ key: String, atLeast least: Int = 0, _ english: String, _ chinese: String,
    _ read: @escaping (RecordReader) -> Value
  ) -> [Identified<Value>] {
    collection(key, atLeast: least, english, chinese, read).map { Identified(id: $0.id, value: $0.value) }
  }
}
