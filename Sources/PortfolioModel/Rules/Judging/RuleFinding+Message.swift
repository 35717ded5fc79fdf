// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

extension RuleFinding {
  /// What the rule asks and what was found, or why nothing can be said.
  public var message: BilingualText {
    switch (status, reason) {
    case (_, let reason?): reason.message
    case (.broken, _):
      observation.map { found in
        BilingualText(
          "\(rule.statement.english); found: \(found.text.english)",
          "\(rule.statement.chinese);现为:\(found.text.chinese)")
      } ?? rule.statement
    default: rule.statement
    }
  }
}

extension RuleObservation {
  /// The field and its value.
  public var text: BilingualText {
    let value = valueText
    return BilingualText("\(field.name) = \(value.english)", "\(field.name) = \(value.chinese)")
  }

  /// The value in the field's unit; words stay as they are in a scenario.
  public var valueText: BilingualText {
    switch value {
    case .words(let words) where words.isEmpty: BilingualText("nothing", "无")
    case .words(let words):
      BilingualText(words.map(\.text).joined(separator: ", "), words.map(\.text).joined(separator: "、"))
    case .number(let number): text(of: number)
    case .range(let range):
      BilingualText(
        "\(text(of: range.lowerBound).english) to \(text(of: range.upperBound).english)",
        "\(text(of: range.lowerBound).chinese) 至 \(text(of: range.upperBound).chinese)")
    case .flag(let flag): BilingualText("\(flag)", "\(flag)")
    case nil: BilingualText("not given", "未给出")
    }
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
  fileprivate var message: BilingualText {
    switch self {
    case .noSubject(let kind): kind.absence
    case .noPublicMoney: BilingualText("the fund has no public money", "该基金没有财政或国有资金")
    case .notInForce(let day): BilingualText("not in force on \(day)", "\(day) 时未施行或已失效")
    case .otherReach(.existing):
      BilingualText("for what came to be before it only", "只适用于施行前已有的")
    case .otherReach: BilingualText("for what came to be since it holds only", "只适用于施行后新设的")
    case .otherCase(let found):
      BilingualText("does not apply: \(found.text.english)", "不适用:\(found.text.chinese)")
    case .notGiven(let missing):
      BilingualText("not known: give \(missing.path)", "未知:请给出 \(missing.path)")
    case .outcome(let missing):
      switch missing.value {
      case nil: BilingualText("known after simulation only", "模拟之后才知道")
      case _?:
        BilingualText("so far \(missing.text.english): open until simulated", "目前 \(missing.text.chinese):待模拟确定")
      }
    }
  }
}

extension RuleSubject.Kind {
  fileprivate var absence: BilingualText {
    switch self {
    case .fund: BilingualText("the scenario has no fund", "场景中没有基金")
    case .government: BilingualText("no budget contributes to a fund", "没有财政预算向基金出资")
    case .promotion:
      BilingualText("the scenario has no section compliance.promotion", "场景没有 compliance.promotion 一节")
    case .package:
      BilingualText("the scenario has no support packages", "场景中没有支持方案")
    }
  }
}
