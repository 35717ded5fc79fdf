// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import PortfolioModel
public import Quantities
import Simulation

/// The short summary of a run for the terminal: at most 24 lines of 100 columns.
public enum RunSummary {
  private static let height = 24
  private static let width = 100

  /// The summary of the base design.
  ///
  /// Chances of funds are stated as medians with 5 % and 95 % quantiles, probabilities with 95 % limits of simulation
  /// error.
  /// - Parameters:
  ///   - contents: The run.
  ///   - folder: Where its folder lies.
  ///   - language: The language.
  /// - Returns: Lines, each with its end.
  public static func text(_ contents: RunContents, folder: String, language: Language) -> String {
    var parts = [opening(contents, folder: folder, language), closing(contents, language)]
    if let design = contents.designs.first {
      let promotion = PromotionSummary(design, language).lines(width: width)
      let accounts = PublicSummary(design, language).lines(width: width) + promotion
      // Funds and targets share what is left.
      let most = design.outcome.kinds.contains(.fund) ? 5 : 7
      let promised = contents.targets.map { min(most, $0.findings.count + $0.conflicts.count + 2) } ?? 0
      let room = height - parts.reduce(accounts.count + promised + 1) { $0 + $1.count }
      parts.insert(FundSummary(design, language).lines(width: width, height: room), at: 1)
      parts.insert(accounts, at: 2)
    }
    if let targets = contents.targets {
      let taken = parts.reduce(0) { $0 + $1.count }
      parts.insert(TargetSummary(targets, language).lines(width: width, height: height - taken), at: parts.count - 1)
    }
    return joined(parts.filter { !$0.isEmpty }).map { $0 + "\n" }.joined()
  }

  /// The lines of all parts, with empty lines between the first of them as long as there is room.
  private static func joined(_ parts: [[String]]) -> [String] {
    var room = height - parts.reduce(0) { $0 + $1.count }
    var lines: [String] = []
    for part in parts {
      if !lines.isEmpty, room > 0 {
        lines.append("")
        room -= 1
      }
      lines += part
    }
    return lines
  }

  private static func opening(_ contents: RunContents, folder: String, _ language: Language) -> [String] {
    let replicates = NumberText.grouped(contents.replicates)
    return [
      contents.scenario(language),
      SummaryPhrase.run(replicates: replicates, seed: contents.request.seed).text(language),
      SummaryPhrase.place(folder).text(language),
    ].map { TextWidth.cut($0, to: width) }
  }

  private static func closing(_ contents: RunContents, _ language: Language) -> [String] {
    let register = contents.register
    var phrases: [SummaryPhrase] = [
      .assumptions(
        count: register.count, defaults: register.count { $0.isDefault },
        uncertain: register.count { $0.grade?.isUncertain ?? false })
    ]
    let derived = contents.designs.dropFirst().map { String($0.prefix.dropLast()) }
    let leverage = contents.additional.lazy.compactMap { ($0 as? LeverageTable)?.headline.first }.first
    if let leverage { phrases.insert(.leverage(leverage), at: 0) }
    if !derived.isEmpty { phrases.insert(.derived(derived), at: 0) }
    if !contents.findings.isEmpty { phrases.append(.rules(contents.findings)) }
    if !contents.warnings.isEmpty { phrases.append(.warnings(contents.warnings.count)) }
    return phrases.map { TextWidth.cut($0.text(language), to: width) }
  }
}
