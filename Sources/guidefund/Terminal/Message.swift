// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What the commands say, in both languages.
enum Message {
  static let interrupted = BilingualText("Interrupted; nothing was written.", "已中断;未写出任何结果。")
  static let verified = BilingualText("Verified: every file is as the inputs make it.", "校验通过:所有文件均可由输入重现。")
  static let valid = BilingualText("valid", "有效")
  static let nothingInCommon = BilingualText(
    "the scenarios have no fund, class or metric in common, so there is nothing to compare",
    "各情景没有共同的基金、出资人类别或指标,无可比较")

  static let tooFewReplicates = BilingualText("--replicates must be at least 1", "--replicates 至少为 1")
  static let badThreads = BilingualText("--threads must be 1 to 1024", "--threads 应为 1 至 1024")
  static let tooFewScenarios = BilingualText("compare needs two or more scenarios", "compare 需要两个或更多情景")
  static let replicateOrQuantile = BilingualText(
    "give either --replicate N or --at-quantile METRIC=P", "请给出 --replicate N 或 --at-quantile METRIC=P 之一")

  static func noSuchBaseline(_ name: String) -> BilingualText {
    BilingualText("the baseline '\(name)' is none of the scenarios", "基准“\(name)”不在所给情景之中")
  }

  static func comparison(_ names: [BilingualText]) -> BilingualText {
    BilingualText(
      "Comparison of " + names.map(\.english).joined(separator: "; "),
      "方案比较:" + names.map(\.chinese).joined(separator: ";"))
  }

  static func differs(_ count: Int) -> BilingualText {
    BilingualText("\(count) difference(s) found.", "发现 \(count) 处差异。")
  }

  static func forbidden(_ count: Int) -> BilingualText {
    BilingualText(
      "\(count) forbidden rule(s) broken; --strict refuses the scenario", "违反 \(count) 项禁止性规则;--strict 拒绝该场景")
  }

  static func noSuchMetric(_ name: String, _ known: [String]) -> BilingualText {
    BilingualText(
      "no metric '\(name)'; there are: \(known.joined(separator: ", "))",
      "没有指标“\(name)”;可用:\(known.joined(separator: "、"))")
  }

  static func badPrecision(_ text: String) -> BilingualText {
    BilingualText(
      "'\(text)' is not a precision; expected [ENTITY:]METRIC=SE such as tvpi=0.01",
      "“\(text)”不是精度要求;应为 [实体:]指标=标准误,例如 tvpi=0.01")
  }

  static func notEnough(_ wanted: String) -> BilingualText {
    BilingualText("expected \(wanted)", "应为\(wanted)")
  }
}
