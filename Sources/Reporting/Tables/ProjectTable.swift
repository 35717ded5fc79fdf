// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel
import Quantities
public import Simulation

/// `projects.csv`: the dated life of every lead of chosen replicates, a column for each stage of the chain.
public struct ProjectTable: Table {
  private let lives: [ProjectLife]
  private let labels: ProjectLabels
  private let time: TimeGrid

  /// The lives of projects of a scenario with promotion.
  public init(_ lives: [ProjectLife], labels: ProjectLabels, time: TimeGrid) {
    self.lives = lives
    self.labels = labels
    self.time = time
  }

  /// The file and columns.
  public var description: TableDescription {
    TableDescription(
      "projects.csv", .init("Lives of projects", "项目全程"),
      columns: ProjectTable.about + stages + ProjectTable.ends, key: ["replicate", "project"])
  }

  /// Writes a row a lead.
  public func writeRows(into writer: inout CSVWriter) throws(ReportFailure) {
    for life in lives {
      writer.cell(life.replicate)
      writer.cell(life.project)
      writer.cell(labels.units[life.unit])
      writer.cell(labels.units[life.source])
      writer.cell(labels.regions[life.region])
      writer.cell(labels.sectors[life.sector])
      writer.cell(LeadOrigin.allCases[life.origin].rawValue)
      writer.cell(yuan: life.investment)
      writer.cell(life.isExpansion)
      writer.cell(date(life.arrived))
      for passed in life.passed { writer.cell(date(passed)) }
      writer.cell(life.waited)
      writer.cell(life.end?.happening.word ?? "")
      writer.cell(date(life.end?.time))
      try writer.endRow()
    }
  }

  private func date(_ years: Double?) -> String { years.map { time.day(at: $0).description } ?? "" }

  private var stages: [TableColumn] {
    zip(labels.stages, labels.stageNames).map { id, name in
      TableColumn(
        "passed_\(id)", .date, .init("Passed: \(name.english)", "通过：\(name.chinese)"),
        .init("Day on which it first passed the stage; empty where it has not.", "首次通过该阶段的日期；未通过为空。"))
    }
  }

  private static let about: [TableColumn] = [
    TableColumn(
      "replicate", .integer, .init("Replicate", "模拟序号"),
      .init("Number of the replicate, from 0.", "模拟的序号，从 0 起。")),
    TableColumn(
      "project", .integer, .init("Project", "项目序号"),
      .init("Number of the lead in the order of birth, from 0.", "线索产生的次序，从 0 起。")),
    TableColumn(
      "promotion_unit", .string, .init("Unit", "招商单位"), .init("Id of the unit that has it in the end.", "最终承接单位标识。")),
    TableColumn(
      "source_unit", .string, .init("Source", "引荐单位"), .init("Id of the unit that had it first.", "最初承接单位标识。")),
    TableColumn(
      "region", .string, .init("Region", "区域"),
      .init("Id of the region that it is for, or lands in.", "面向或落地区域标识。")),
    TableColumn("sector", .string, .init("Sector", "行业"), .init("Id of the sector.", "行业标识。")),
    TableColumn(
      "origin", .string, .init("Origin", "来源"),
      .init("Where the investor comes from: within, local, other_province or foreign.", "投资方来源：区内迁移、本地、省外、境外。")),
    TableColumn(
      "investment", .number, unit: "CNY", .init("Planned investment", "计划投资"), .init("Planned investment.", "计划投资额。")),
    TableColumn(
      "is_expansion", .boolean, .init("Expansion", "增资扩产"),
      .init("Whether a company that is there expands.", "是否为现有企业增资扩产。")),
    TableColumn(
      "arrived", .date, .init("Arrived", "到达"),
      .init("Day of arrival; empty for what was under way before.", "线索到达日期；期初在推项目为空。")),
  ]

  private static let ends: [TableColumn] = [
    TableColumn(
      "waited", .number, unit: "year", .init("Waited", "等待时长"),
      .init("Time that it waited for what its stages need.", "等待所需要素的总时长。")),
    TableColumn(
      "outcome", .string, .init("Outcome", "结局"),
      .init(
        "lost, rejected at a gate, lost_to_rival, withdrawn from a queue, stopped after standing still, ended (goes no "
          + "further), closed; empty while it goes on.",
        "lost 流失、rejected 评审未过、lost_to_rival 被外地争走、withdrawn 等待中退出、stopped 停滞被止损、ended 不再推进、closed 关停；仍在推进为空。")),
    TableColumn(
      "outcome_date", .date, .init("Date of the outcome", "结局日期"),
      .init("Day of the outcome; empty while it goes on.", "结局日期；仍在推进为空。")),
  ]
}

extension ProjectJournal.Happening {
  /// The word for it in tables.
  var word: String {
    switch self {
    case .arrived: "arrived"
    case .transferred: "transferred"
    case .waiting: "waiting"
    case .began: "began"
    case .passed: "passed"
    case .stalled: "stalled"
    case .revived: "revived"
    case .lost: "lost"
    case .rejected: "rejected"
    case .rivalled: "lost_to_rival"
    case .withdrawn: "withdrawn"
    case .stopped: "stopped"
    case .ended: "ended"
    case .closed: "closed"
    case .rescued: "rescued"
    }
  }
}

extension TimeGrid {
  /// The day of a time in years from the first day of the grid, negative before it.
  func day(at years: Double) -> CalendarDate {
    let quarters = years * 4
    let whole = quarters.rounded(.down)
    let quarter = start.advanced(by: Int(whole))
    let first = quarter.firstDay.dayNumber
    let length = quarter.lastDay.dayNumber - first + 1
    return CalendarDate(dayNumber: first + Int((quarters - whole) * Double(length)))
  }
}
