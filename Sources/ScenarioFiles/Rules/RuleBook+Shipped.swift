// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel

extension RuleBook {
  /// The rules that the program ships, from `Defaults/rules.yaml`. A mistake in them is a defect, which a test finds.
  public static let shipped = RuleBookFile.shipped.book
}

/// Reads a book of rules from YAML, with the same located issues as a scenario.
enum RuleBookFile {
  /// The file name of the shipped rules in messages.
  static let fileName = "<rules>"

  /// The shipped book with what is wrong with its file.
  static let shipped = read(PackageResources.rules_yaml)

  /// Reads `documents:` and `rules:`.
  static func read(_ bytes: [UInt8]) -> (book: RuleBook, documents: [LegalDocument], issues: [ScenarioIssue]) {
    let document = YAMLDocument(bytes: bytes, file: fileName)
    guard let root = document.root else { return (RuleBook(rules: []), [], document.issues) }
    let reading = ScenarioReading(defaults: ShippedDefaults(bytes: Array("guidefund: 1".utf8))) { record in
      let documents = record.collection("documents", "Documents", "文件", LegalDocument.Content.read)
        .map { LegalDocument(id: $0.id, $0.value) }
      let rules = record.collection("rules", "Rules", "规则") { ComplianceRule.read($0, documents) }
        .map { rule in
          var named = rule.value
          named.id = rule.id.uppercased()
          return named
        }
      return (RuleBook(rules: rules), documents)
    }
    let result = reading.run(root, files: SourceFiles(folder: "."))
    return (result.model.0, result.model.1, document.issues + result.issues)
  }
}
