// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities

/// The phrases of the short summary of a run.
enum SummaryPhrase {
  case run(replicates: String, seed: UInt64)
  case place(String)
  case fundLegend
  case capitalLoss
  case paidBack
  case publicMoney(unit: BilingualText)
  case more(Int)
  case derived([String])
  case assumptions(count: Int, defaults: Int, uncertain: Int)
  case rules([RuleFinding])
  case warnings(Int)

  /// The phrase in both languages.
  var text: BilingualText {
    switch self {
    case .run(let replicates, let seed):
      BilingualText("\(replicates) replicates, seed \(seed)", "模拟 \(replicates) 次,种子 \(seed)")
    case .place(let folder): BilingualText("Written to \(folder)", "结果目录:\(folder)")
    case .fundLegend: BilingualText("Median (5 % .. 95 %)", "中位数 (5 % .. 95 %)")
    case .capitalLoss: BilingualText("P(capital loss)", "亏损概率")
    case .paidBack: BilingualText("P(paid back)", "回本概率")
    case .publicMoney(let unit):
      BilingualText("Public money, \(unit.english)", "公共资金(按出资人),\(unit.chinese)")
    case .more(let count):
      BilingualText("and \(count) more in summary.csv", "其余 \(count) 项见 summary.csv")
    case .derived(let names):
      BilingualText(
        "On the same random numbers: \(names.joined(separator: ", "))", "同一随机数下的派生方案:\(names.joined(separator: "、"))")
    case .assumptions(let count, let defaults, let uncertain):
      BilingualText(
        "\(count) parameters: defaults \(defaults), assumptions (graded prior or mem-*) \(uncertain)",
        "参数 \(count) 个:默认值 \(defaults) 个,假设(等级 prior 或 mem-*)\(uncertain) 个")
    case .rules(let findings): RuleCounts(findings).text
    case .warnings(let count):
      BilingualText("Warnings: \(count), see manifest.json", "警告 \(count) 条,见 manifest.json")
    }
  }
}
