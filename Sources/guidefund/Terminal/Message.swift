// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Quantities
import Reporting
import ScenarioFiles
import Simulation

/// What the commands say, in both languages.
enum Message {
  static let interrupted = BilingualText("Interrupted; nothing was written.", "已中断；未写出任何结果。")
  static let verified = BilingualText("Verified: every file is as the inputs make it.", "校验通过：所有文件均可由输入重现。")
  static let valid = BilingualText("valid", "有效")
  static let nothingInCommon = BilingualText(
    "the scenarios have no fund, class or metric in common, so there is nothing to compare",
    "各情景没有共同的基金、出资人类别或指标，无可比较")

  static let tooFewReplicates = BilingualText("--replicates must be at least 1", "--replicates 至少为 1")
  static let badThreads = BilingualText("--threads must be 1 to 1024", "--threads 应为 1 至 1024")
  static let tooFewScenarios = BilingualText("compare needs two or more scenarios", "compare 需要两个或更多情景")
  static let replicateOrQuantile = BilingualText(
    "give either --replicate N or --at-quantile METRIC=P", "请给出 --replicate N 或 --at-quantile METRIC=P 之一")

  static func noSuchBaseline(_ name: String, among scenarios: [String]) -> BilingualText {
    BilingualText(
      "the baseline '\(name)' is none of the scenarios: \(scenarios.joined(separator: ", "))",
      "基准“\(name)”不在所给情景之中：\(scenarios.joined(separator: "、"))")
  }

  static func comparison(_ names: [BilingualText]) -> BilingualText {
    BilingualText(
      "Comparison of " + names.map(\.english).joined(separator: "; "),
      "方案比较：" + names.map(\.chinese).joined(separator: "；"))
  }

  static func differs(_ count: Int) -> BilingualText {
    BilingualText("\(count) difference(s) found.", "发现 \(count) 处差异。")
  }

  static func forbidden(_ count: Int) -> BilingualText {
    BilingualText(
      "\(count) forbidden rule(s) broken; --strict refuses the scenario", "违反 \(count) 项禁止性规则；--strict 拒绝该情景")
  }

  static func noSuchMetric(_ name: String, _ known: [String]) -> BilingualText {
    BilingualText(
      "no metric '\(name)'; there are: \(known.joined(separator: ", "))",
      "没有指标“\(name)”；可用：\(known.joined(separator: "、"))")
  }

  static func badPrecision(_ text: String) -> BilingualText {
    BilingualText(
      "'\(text)' is not a precision; expected [ENTITY:]METRIC=SE such as tvpi=0.01",
      "“\(text)”不是精度要求；应为 [主体:]指标=标准误，例如 tvpi=0.01")
  }

  static func tooMuchMemory(replicates: Int, needed: Double, there: Double) -> BilingualText {
    let count = NumberText.grouped(replicates)
    let gigabytes = [needed, there].map { NumberText.rounded($0 / 1e9, places: 0) }
    return BilingualText(
      "\(count) replicates need about \(gigabytes[0]) GB of memory, this machine has \(gigabytes[1]); ask for fewer "
        + "replicates, or fewer entities in outputs.replicate_entities",
      "\(count) 次模拟约需内存 \(gigabytes[0]) GB，本机为 \(gigabytes[1]) GB；请减少模拟次数或 outputs.replicate_entities 中的主体")
  }

  static func firstDesign(_ name: String) -> BilingualText {
    BilingualText("the folder compares designs; this is the story of \(name)", "该文件夹为方案比较；以下为 \(name) 的经过")
  }

  static func badQuantile(_ text: String) -> BilingualText {
    BilingualText(
      "--at-quantile: '\(text)' is not a quantile; expected [ENTITY:]METRIC=P with 0 < P < 1, such as tvpi=0.1",
      "--at-quantile：“\(text)”不是分位数；应为 [主体:]指标=P，0 < P < 1，例如 tvpi=0.1")
  }

  static func existsNowhere(_ wish: String) -> BilingualText {
    BilingualText(
      "--at-quantile \(wish): the metric has no value on any replicate of this run",
      "--at-quantile \(wish)：该指标在本次运行的任何一次模拟中均无取值")
  }

  static func precisionMissed(_ wish: Precision, by outcome: DesignOutcome, limit: Int) -> BilingualText {
    let name = "\(wish.entity):\(wish.metric.name)"
    let found = wish.standardError(in: outcome).map { NumberText.text($0) }
    let count = NumberText.grouped(outcome.count)
    return BilingualText(
      "the precision \(name)=\(NumberText.text(wish.standardError)) was not reached with \(count) replicates, "
        + (found.map { "the standard error is \($0)" } ?? "there is no standard error")
        + "; a run ends at \(Precision.mostTimes) times run.replicates (here \(NumberText.grouped(limit))): raise it",
      "精度要求 \(name)=\(NumberText.text(wish.standardError)) 在 \(count) 次模拟后仍未达到，"
        + (found.map { "标准误为 \($0)" } ?? "没有标准误")
        + "；模拟次数以 run.replicates 的 \(Precision.mostTimes) 倍为限（此处 \(NumberText.grouped(limit)) 次）：请增大该值")
  }

  static func precisionDoubtful(_ wish: Precision, share: Double) -> BilingualText {
    let name = "\(wish.entity):\(wish.metric.name)"
    let percent = NumberText.rounded(share * 100, places: 0)
    return BilingualText(
      "one replicate makes \(percent) % of the variance of \(name): the tail is so heavy that the standard error may be "
        + "far too small",
      "\(name) 的方差有 \(percent) % 来自单独一次模拟：尾部过重，标准误可能被严重低估")
  }

  static func noSuchReplicate(_ number: Int, of count: Int) -> BilingualText {
    BilingualText(
      "--replicate: the run has no replicate \(number); expected 0 to \(count - 1), for it has \(NumberText.grouped(count))",
      "--replicate：没有序号为 \(number) 的模拟；应为 0 至 \(count - 1)，共 \(NumberText.grouped(count)) 次")
  }

  static func noSuchProject(_ number: Int) -> BilingualText {
    BilingualText(
      "--project: the replicate has no project \(number); explain --json lists them all",
      "--project：此次模拟没有项目 \(number)；explain --json 可列出全部")
  }

  static let projectAsJSON = BilingualText(
    "--project and --json: JSON has all projects; give one of the two", "--project 与 --json 不能并用：JSON 已含全部项目")

  static func badNetAssetValue(_ text: String) -> BilingualText {
    BilingualText(
      "--nav: \(text) is no amount of money; expected at most 1e14 yuan, such as 12000000 or 1200 万元",
      "--nav：\(text) 不是金额；应为绝对值不超过 1e14 元，例如 12000000 或 1200 万元")
  }

  static func noSuchCommand(_ word: String, _ known: [String]) -> BilingualText {
    let similar = Spelling.suggestion(for: word, among: known)
    return BilingualText(
      "no command '\(word)'" + (similar.map { "; did you mean '\($0)'?" } ?? "; guidefund --help lists them"),
      "没有命令“\(word)”" + (similar.map { "；是否想写“\($0)”？" } ?? "；命令见 guidefund --help"))
  }

  static let flowsWithoutClass = BilingualText(
    "the terms differ by class of investors, but no contribution names one in a column class",
    "条款按出资人类别约定，但没有一笔出资在 class 列写明类别")

  static func valueWithoutUnit(_ text: String) -> BilingualText {
    BilingualText(
      "--nav: \(text) has no unit, but the amounts of the table have", "--nav：\(text) 没有单位，而表中的金额带单位")
  }

  static func badRate(_ text: String) -> BilingualText {
    BilingualText(
      "--rate: \(text) is no rate a year; expected one with its unit, such as 3 %", "--rate：\(text) 不是年率；应带单位，如 3 %")
  }
}
