// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Simulation

/// One happening of the life of a project in words.
struct ProjectLine {
  private let entry: ProjectJournal.Entry
  private let labels: ProjectLabels

  init(_ entry: ProjectJournal.Entry, _ labels: ProjectLabels) {
    self.entry = entry
    self.labels = labels
  }

  /// The happening in both languages.
  var text: BilingualText {
    let what = happening
    return BilingualText("project \(entry.project) \(what.english)", "项目 \(entry.project) \(what.chinese)")
  }

  private var stage: BilingualText {
    labels.stageNames.indices.contains(entry.stage) ? labels.stageNames[entry.stage] : BilingualText("", "")
  }

  private var unit: String { labels.units[entry.unit] }

  private var happening: BilingualText {
    let (stage, region) = (stage, labels.regions[entry.region])
    switch entry.happening {
    case .arrived: return arrival
    case .transferred: return BilingualText("is handed over to \(unit)", "流转给 \(unit)")
    case .waiting: return BilingualText("waits for what '\(stage.english)' needs", "等待“\(stage.chinese)”所需要素")
    case .began: return BilingualText("begins '\(stage.english)'", "进入“\(stage.chinese)”")
    case .passed: return BilingualText("passes '\(stage.english)' in \(region)", "在 \(region) 通过“\(stage.chinese)”")
    case .stalled: return BilingualText("comes to a halt in '\(stage.english)'", "在“\(stage.chinese)”停滞")
    case .revived: return BilingualText("moves on with '\(stage.english)'", "恢复推进“\(stage.chinese)”")
    case .closed: return BilingualText("closes", "关停")
    case .rescued: return BilingualText("is rescued from closing", "经挽救免于关停")
    case .lost, .rejected, .rivalled, .withdrawn, .stopped, .ended: return ending
    }
  }

  private var arrival: BilingualText {
    let sector = labels.sectors[entry.sector]
    let expansion = entry.isExpansion
    return BilingualText(
      "arrives with \(unit): \(sector), \(ValueText.money(entry.investment, .english))\(expansion ? ", an expansion" : "")",
      "由 \(unit) 引入：\(sector)，\(ValueText.money(entry.investment, .chinese))\(expansion ? "，增资扩产" : "")")
  }

  /// The rule or chance that ended it.
  private var ending: BilingualText {
    let stage = stage
    switch entry.happening {
    case .rejected: return BilingualText("is turned away before '\(stage.english)'", "在“\(stage.chinese)”前评审未通过")
    case .rivalled: return BilingualText("goes to a rival", "落户外地")
    case .withdrawn:
      return BilingualText("gives up waiting for '\(stage.english)'", "等待“\(stage.chinese)”过久而退出")
    case .stopped: return BilingualText("is ended after standing still", "停滞超限，予以止损")
    case .ended: return BilingualText("will go no further than '\(stage.english)'", "止步于“\(stage.chinese)”")
    default: return BilingualText("is lost in '\(stage.english)'", "在“\(stage.chinese)”流失")
    }
  }

  /// The happening as a record.
  func json(in time: TimeGrid) -> JSONValue {
    .record([
      "date": .text(time.day(at: entry.time).description), "project": .whole(entry.project),
      "happening": .text(entry.happening.word), "stage": .text(labels.stages[entry.stage]), "unit": .text(unit),
      "region": .text(labels.regions[entry.region]), "sector": .text(labels.sectors[entry.sector]),
      "investment": .real(entry.investment),
    ])
  }
}

extension ReplicateStory {
  /// The lives of projects as dated lines: all of one project, or all of those that were signed. Beginnings of stages are
  /// no lines of their own.
  func projectLines(of project: Int?, _ language: Language) -> [String] {
    guard let projectLabels, !projects.isEmpty else { return [] }
    let signing = signedStage
    let leads = Set(projects.map(\.project))
    let signed = Set(projects.filter { $0.happening == .passed && $0.stage >= signing }.map(\.project))
    let wanted = project.map { [$0] } ?? signed
    let title = BilingualText(
      "Projects that were signed: \(signed.count) of \(leads.count) leads and projects",
      "已签约项目：\(leads.count) 个线索与项目中的 \(signed.count) 个")
    let lines = projects.filter { wanted.contains($0.project) && $0.happening != .began }.map { entry in
      "\(labels.time.day(at: entry.time))  \(ProjectLine(entry, projectLabels).text(language))"
    }
    return (project == nil ? ["", title(language)] : []) + lines
  }
}
