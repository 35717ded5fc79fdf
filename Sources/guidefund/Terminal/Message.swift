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

  static func notARun(_ folder: String) -> BilingualText {
    BilingualText(
      "\(folder): not the folder of a run; verify replays what 'guidefund run' wrote",
      "\(folder):不是模拟结果目录;verify 只校验 guidefund run 写出的结果")
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
