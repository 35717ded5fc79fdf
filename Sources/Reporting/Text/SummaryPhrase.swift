// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import PortfolioModel
import Quantities

/// The phrases of the short summary of a run.
enum SummaryPhrase {
  case run(replicates: String, seed: UInt64)
  case place(String)
  case fundLegend
  case capitalLoss
  case yearsToPayback
  case paidBack
  case publicMoney(unit: BilingualText)
  case promotion
  case more(Int)
  case derived([String])
  case leverage(CausalLeverage)
  case assumptions(count: Int, defaults: Int, uncertain: Int)
  case rules([RuleFinding])
  case warnings(Int)
  case targets
  case chance
  case atBase
  case medianOverThreshold
  case firstMet
  case isInput(isMet: Bool)
  case growth(String)
  case noChance(TargetFinding.Status, required: String)
  case joint(count: Int, all: String, independent: String, comonotone: String)
  case conflict(BilingualText)
  case moreConflicts(Int)
  case moreTargets(Int)

  /// The phrase in both languages.
  var text: BilingualText { targetText ?? runText }

  private var runText: BilingualText {
    switch self {
    case .run(let replicates, let seed):
      BilingualText("\(replicates) replicates, seed \(seed)", "模拟 \(replicates) 次，种子 \(seed)")
    case .place(let folder): BilingualText("Written to \(folder)", "结果目录：\(folder)")
    case .fundLegend: BilingualText("Median (5 % .. 95 %)", "中位数 (5 % .. 95 %)")
    case .capitalLoss: BilingualText("P(capital loss), 95 % limits", "亏损概率（模拟误差界）")
    case .yearsToPayback: BilingualText("Years to payback, if ever", "回本年数（若回本）")
    case .paidBack: BilingualText("P(paid back), 95 % limits", "回本概率（模拟误差界）")
    case .promotion: BilingualText("Investment promotion", "招商引资")
    case .publicMoney(let unit):
      BilingualText("Public money, \(unit.english)", "公共资金账户，\(unit.chinese)")
    case .more(let count):
      BilingualText("and \(count) more in summary.csv", "其余 \(count) 项见 summary.csv")
    case .derived(let names):
      BilingualText(
        "On the same random numbers: \(names.joined(separator: ", "))", "同一随机数下的派生方案：\(names.joined(separator: "、"))")
    case .leverage(let row):
      BilingualText(
        "Causal leverage, \(row.plan): \(row.inWords), deadweight \(row.deadweightInWords); assumptions in leverage.csv",
        "因果放大倍数（\(row.plan)）：\(row.inWords)，无谓部分 \(row.deadweightInWords)；依据见 leverage.csv")
    case .assumptions(let count, let defaults, let uncertain):
      BilingualText(
        "\(count) parameters: defaults \(defaults), assumptions (graded prior or mem-*) \(uncertain)",
        "参数 \(count) 个：默认值 \(defaults) 个，假设（等级 prior 或 mem-*）\(uncertain) 个")
    case .rules(let findings): RuleCounts(findings).text
    case .warnings(let count):
      BilingualText("Warnings: \(count), see manifest.json", "警告 \(count) 条，见 manifest.json")
    default: BilingualText("", "")
    }
  }

  /// The phrases of targets.
  private var targetText: BilingualText? {
    switch self {
    case .targets: BilingualText("Targets", "目标")
    case .chance: BilingualText("P(met), simulation error", "达成概率（模拟误差）")
    case .atBase: BilingualText("at base", "基准值下")
    case .medianOverThreshold: BilingualText("median/target", "中位数/目标")
    case .firstMet: BilingualText("half by", "半数达成于")
    case .isInput(let isMet):
      isMet ? BilingualText("met by decision", "按决策已满足") : BilingualText("missed by decision", "按决策未满足")
    case .growth(let rate): BilingualText("growth \(rate)", "增长 \(rate)")
    case .noChance(.circular, let required):
      BilingualText("circular: set up to be met; requires \(required)", "循环：按目标设定；需达到 \(required)")
    case .noChance(_, let required):
      BilingualText("no data; requires \(required)", "无数据；需达到 \(required)")
    case .joint(let count, let all, let independent, let comonotone):
      BilingualText(
        "All \(count) together: \(all); if independent \(independent), at most \(comonotone)",
        "\(count) 项同时达成：\(all)；若独立为 \(independent)，至多 \(comonotone)")
    case .conflict(let message):
      BilingualText("Contradiction: \(message.english)", "目标矛盾：\(message.chinese)")
    case .moreConflicts(let count):
      BilingualText(
        "Contradictions: \(count) more in target_conflicts.csv", "目标矛盾：其余 \(count) 项见 target_conflicts.csv")
    case .moreTargets(let count):
      BilingualText("and \(count) more in targets.csv", "其余 \(count) 项见 targets.csv")
    default: nil
    }
  }
}

extension CausalLeverage {
  /// The ratio with its limits.
  fileprivate var inWords: String {
    let limits = limits.map {
      " (\(NumberText.rounded($0.lowerBound, places: 2)) .. \(NumberText.rounded($0.upperBound, places: 2)))"
    }
    return NumberText.rounded(leverage, places: 2) + (limits ?? "")
  }

  /// Without limits a few replicates would show noise as a figure.
  fileprivate var deadweightInWords: String {
    guard let deadweight, let limits = deadweightLimits else { return "-" }
    let (low, high) = (ValueText.percent(limits.lowerBound), ValueText.percent(limits.upperBound))
    return "\(ValueText.percent(deadweight)) (\(low) .. \(high))"
  }
}
