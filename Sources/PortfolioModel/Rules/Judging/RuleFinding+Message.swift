// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

extension RuleFinding {
  /// What the rule asks and what was found, or why nothing can be said.
  public var message: BilingualText {
    switch (status, reason) {
    case (_, let reason?): reason.message
    case (.broken, _): statement(with: observation)
    // What is kept on some replicates only says on how many.
    case (.kept, _): observation?.isSimulated == true ? statement(with: observation) : rule.statement
    default: rule.statement
    }
  }

  private func statement(with observation: RuleObservation?) -> BilingualText {
    guard let found = observation?.text else { return rule.statement }
    return BilingualText(
      "\(rule.statement.english); found: \(found.english)", "\(rule.statement.chinese)；现为：\(found.chinese)")
  }
}

extension RuleObservation {
  /// The field and its value.
  public var text: BilingualText {
    let value = valueText
    return BilingualText("\(field.name) = \(value.english)", "\(field.name) = \(value.chinese)")
  }

  /// Whether it was found by a simulation.
  var isSimulated: Bool {
    if case .simulated = value { true } else { false }
  }

  /// The value in the field's unit; words stay as they are in a scenario.
  public var valueText: BilingualText {
    switch value {
    case .words(let words) where words.isEmpty, .partly(let words) where words.isEmpty: BilingualText("nothing", "无")
    case .words(let words), .partly(let words):
      BilingualText(words.map(\.text).joined(separator: ", "), words.map(\.text).joined(separator: "、"))
    case .number(let number): text(of: number)
    case .range(let range):
      BilingualText(
        "\(text(of: range.lowerBound).english) to \(text(of: range.upperBound).english)",
        "\(text(of: range.lowerBound).chinese) 至 \(text(of: range.upperBound).chinese)")
    case .simulated(let numbers): text(of: numbers)
    case .flag(let flag): BilingualText("\(flag)", "\(flag)")
    case nil: BilingualText("not given", "未给出")
    }
  }

  /// The median, or the medians of both ends, and on how many replicates the rule holds.
  private func text(of numbers: SimulatedRange) -> BilingualText {
    let ends = [numbers.median.lowerBound, numbers.median.upperBound].map { text(of: $0) }
    let middle =
      numbers.median.lowerBound == numbers.median.upperBound
      ? ends[0]
      : BilingualText("\(ends[0].english) to \(ends[1].english)", "\(ends[0].chinese) 至 \(ends[1].chinese)")
    guard let allowed = numbers.allowed else { return middle }
    let shares = [allowed.lowerBound, allowed.upperBound].map { "\(($0 * 1000).rounded() / 10) %" }
    let kept =
      shares[0] == shares[1]
      ? BilingualText(shares[0], shares[0])
      : BilingualText("\(shares[0]) to \(shares[1])", "\(shares[0]) 至 \(shares[1])")
    let (own, all) = (numbers.least.count, numbers.replicates)
    guard own < all else {
      return BilingualText(
        "\(middle.english) at the median, kept in \(kept.english) of the replicates",
        "中位数 \(middle.chinese)，\(kept.chinese) 的模拟符合")
    }
    return BilingualText(
      "\(middle.english) at the median, kept in \(kept.english) of the \(own) of \(all) replicates that have it",
      "中位数 \(middle.chinese)，\(all) 次模拟中 \(own) 次有此数，其中 \(kept.chinese) 符合")
  }

  private func text(of number: Double) -> BilingualText {
    let scale = field.unit == .share ? 100.0 : 1
    let rounded = (number * scale * 100).rounded() / 100
    let digits = rounded == rounded.rounded() && rounded.magnitude < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    switch field.unit {
    case .share: return BilingualText("\(digits) %", "\(digits) %")
    case .years: return BilingualText("\(digits) years", "\(digits) 年")
    case .none: return BilingualText(digits, digits)
    }
  }
}

extension RuleFinding.Reason {
  /// What is not known, where that is why.
  var observation: RuleObservation? {
    switch self {
    case .notGiven(let missing), .outcome(let missing), .leftOut(let missing), .onNoReplicate(let missing): missing
    default: nil
    }
  }

  fileprivate var message: BilingualText {
    switch self {
    case .noSubject(let kind): kind.absence
    case .noPublicMoney: BilingualText("the fund has no public money", "该基金没有财政或国有资金")
    case .notInForce(let day): BilingualText("not in force on \(day)", "\(day) 时未施行或已失效")
    case .otherReach(.existing):
      BilingualText("for what came to be before it only", "只适用于施行前已有的")
    case .otherReach: BilingualText("for what came to be since it holds only", "只适用于施行后新设的")
    case .otherCase(let found):
      BilingualText("does not apply: \(found.text.english)", "不适用：\(found.text.chinese)")
    case .notGiven(let missing):
      BilingualText("not known: give \(missing.path)", "未知：请给出 \(missing.path)")
    case .leftOut(let missing):
      BilingualText(
        "not known: the run leaves \(missing.field.name) out; name it in outputs.replicate_metrics, and funds in "
          + "outputs.replicate_entities",
        "未知：本次运行未输出 \(missing.field.name)；请列入 outputs.replicate_metrics，并在 outputs.replicate_entities 中列入 funds")
    case .onNoReplicate(let missing):
      BilingualText(
        "not known: no replicate has \(missing.field.name)", "未知：各次模拟均无 \(missing.field.name)")
    case .outcome(let missing):
      switch missing.value {
      case nil: BilingualText("known after simulation only", "模拟之后才知道")
      case .simulated:
        BilingualText(
          "\(missing.text.english): what is not given decides", "\(missing.text.chinese)：取决于未给出的事实")
      case _?:
        BilingualText("so far \(missing.text.english): open until simulated", "目前 \(missing.text.chinese)：待模拟确定")
      }
    }
  }
}

extension RuleSubject.Kind {
  fileprivate var absence: BilingualText {
    switch self {
    case .fund: BilingualText("the scenario has no fund", "情景中没有基金")
    case .government: BilingualText("no budget contributes to a fund", "没有财政预算向基金出资")
    case .promotion:
      BilingualText("the scenario has no section compliance.promotion", "情景没有 compliance.promotion 一节")
    case .package:
      BilingualText("the scenario has no support packages", "情景中没有支持方案")
    }
  }
}
