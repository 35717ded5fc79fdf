// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities

/// The phrases of what `check` prints.
enum CompliancePhrase {
  case law(CalendarDate?)
  case counts([RuleFinding])
  case heading(RuleStatus)
  case severity(RuleSeverity)
  case since(CalendarDate)
  case cure(BilingualText)

  func text(_ language: Language) -> String { bilingual(language) }

  private var bilingual: BilingualText {
    switch self {
    case .law(nil): BilingualText("Judged by the law of the scenario's own time", "按情景自身时间的规定判断")
    case .law(let day?): BilingualText("Judged by the law of \(day)", "按 \(day) 的规定判断")
    case .counts(let findings): RuleCounts(findings).text
    case .heading(let status): Self.heading(status)
    case .severity(let severity): Self.name(of: severity)
    case .since(let day): BilingualText(" (since \(day))", "（\(day) 起）")
    case .cure(let cure): BilingualText("Cure: \(cure.english)", "改正：\(cure.chinese)")
    }
  }

  private static func heading(_ status: RuleStatus) -> BilingualText {
    switch status {
    case .broken: BilingualText("Broken", "违反")
    case .noData: BilingualText("Not known", "无法判断")
    case .kept: BilingualText("Kept", "符合")
    case .notApplicable: BilingualText("Not applicable", "不适用")
    }
  }

  static func name(of severity: RuleSeverity) -> BilingualText {
    switch severity {
    case .forbidden: BilingualText("forbidden", "禁止")
    case .limited: BilingualText("limited", "限制")
    case .advice: BilingualText("advice", "提示")
    }
  }
}

/// How many findings have which status, and how weighty the breaches are.
struct RuleCounts {
  let findings: [RuleFinding]

  init(_ findings: [RuleFinding]) { self.findings = findings }

  private func count(_ status: RuleStatus) -> Int { findings.count { $0.status == status } }

  private var breaches: BilingualText {
    let weights = RuleSeverity.allCases.reversed().map { severity in
      (CompliancePhrase.name(of: severity), findings.count { $0.status == .broken && $0.severity == severity })
    }.filter { $0.1 > 0 }
    guard !weights.isEmpty else { return BilingualText("", "") }
    return BilingualText(
      " (" + weights.map { "\($0.0.english) \($0.1)" }.joined(separator: ", ") + ")",
      "（" + weights.map { "\($0.0.chinese) \($0.1)" }.joined(separator: "、") + "）")
  }

  /// Such as `Rules: broken 2 (forbidden 1, limited 1), kept 12, not known 30, not applicable 14`.
  var text: BilingualText {
    BilingualText(
      "Rules: broken \(count(.broken))\(breaches.english), kept \(count(.kept)), not known \(count(.noData)), "
        + "not applicable \(count(.notApplicable))",
      "规则：违反 \(count(.broken))\(breaches.chinese)，符合 \(count(.kept))，无法判断 \(count(.noData))，"
        + "不适用 \(count(.notApplicable))")
  }
}
