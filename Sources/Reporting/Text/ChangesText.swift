// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What one design changes against another, from their registers, for the terminal.
public struct ChangesText {
  private static let most = 10
  /// What makes two designs incomparable in all that they have.
  private static let frame = ["time.start", "time.length", "run.uncertainty", "economy.discount_rate"]
  /// A comparison takes these from its first design.
  private static let shared: Set = ["run.seed", "run.replicates"]

  private let design: String
  private let baseline: String
  private let changed: [(path: String, before: Parameter, after: Parameter)]
  private let added: Int
  private let dropped: Int

  /// The changes of one design against another.
  public init(
    _ design: (name: String, register: [Parameter]), against baseline: (name: String, register: [Parameter])
  ) {
    self.design = design.name
    self.baseline = baseline.name
    let known = Dictionary(baseline.register.map { ($0.path, $0) }) { first, _ in first }
    let paths = Set(design.register.map(\.path))
    changed = design.register.compactMap { after in
      guard let before = known[after.path], !Self.shared.contains(after.path) else { return nil }
      let isSame = before.text == after.text && before.uncertainty == after.uncertainty
      return isSame ? nil : (path: after.path, before: before, after: after)
    }
    added = paths.count { known[$0] == nil }
    dropped = known.keys.count { !paths.contains($0) }
  }

  /// Lines, each with its end: what is not like with like, then the parameters that differ, as many as fit.
  public func text(_ language: Language) -> String {
    let frames = changed.map(\.path).filter(Self.frame.contains)
    var lines = ["", heading(language)]
    if !frames.isEmpty { lines.append("  " + warning(frames, language)) }
    lines += changed.prefix(Self.most).map { "  \($0.path): \(Self.value($0.before)) -> \(Self.value($0.after))" }
    if changed.count > Self.most {
      let rest = changed.count - Self.most
      lines.append("  " + BilingualText("and \(rest) more", "另有 \(rest) 项")(language))
    }
    if added + dropped > 0 {
      lines.append(
        "  "
          + BilingualText(
            "parameters that only \(design) has: \(added); only \(baseline): \(dropped)",
            "仅 \(design) 有的参数：\(added) 项；仅 \(baseline) 有的：\(dropped) 项")(language))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(_ language: Language) -> String {
    guard !changed.isEmpty || added + dropped > 0 else {
      return BilingualText(
        "\(design) and \(baseline) have the same parameters", "\(design) 与 \(baseline) 的参数相同")(language)
    }
    return BilingualText("What \(design) changes against \(baseline):", "\(design) 相对 \(baseline) 的改动：")(language)
  }

  private func warning(_ paths: [String], _ language: Language) -> String {
    let list = paths.joined(separator: ", ")
    return BilingualText(
      "not like with like: differences come from \(list) too", "口径不同：差异也来自 \(list)")(language)
  }

  /// The value as written, with its range.
  private static func value(_ parameter: Parameter) -> String {
    guard let range = parameter.uncertainty else { return parameter.text }
    return "\(parameter.text) (\(NumberText.text(range.low))…\(NumberText.text(range.high)))"
  }
}
