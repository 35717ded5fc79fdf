// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Holds the pages of the project against the sources and against each other.
@Suite struct DocumentationTests {
  static let root = ArchitectureTests.sources.deletingLastPathComponent()

  /// The pages for readers: those at the top, and all catalogues.
  static let pages: [String] = {
    let below = (FileManager.default.subpaths(atPath: ArchitectureTests.sources.path) ?? []).sorted()
    return ["README.md", "README.zh-CN.md", "CHANGELOG.md", "Notebooks-export/README.md"]
      + below.filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.map { "Sources/\($0)" }
  }()

  static let method = "Sources/PortfolioModel/PortfolioModel.docc"
  static let readmes = ["README.md", "README.zh-CN.md"]

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// A page without what stands in fenced blocks or between backticks.
  static func prose(_ text: String) -> String {
    var isCode = false
    let lines = text.components(separatedBy: "\n").filter { line in
      let isFence = line.hasPrefix("```")
      if isFence { isCode.toggle() }
      return !isFence && !isCode
    }
    return lines.joined(separator: "\n").replacing(#/`+[^`\n]+`+/#, with: "")
  }

  /// All that a pattern with one group finds.
  static func found(_ pattern: String, in text: String) throws -> [String] {
    let regex = try Regex(pattern, as: (Substring, Substring).self)
    return text.matches(of: regex).map { String($0.output.1) }
  }

  // MARK: Chinese

  @Test("Chinese sentences have Chinese commas, semicolons and colons")
  func chinesePunctuation() throws {
    let below = (FileManager.default.subpaths(atPath: ArchitectureTests.sources.path) ?? []).sorted()
    let texts = below.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }
    for path in texts.map({ "Sources/\($0)" }) + ["README.zh-CN.md", ".ci/setup", "Notebooks-export/README.md"] {
      let found = try Self.found(#"(\p{Han}[,;:!?]\p{Han})"#, in: Self.text(path))
      // What is typed as it stands.
      #expect(found.allSatisfy { $0 == "体:指" }, "\(path): \(found)")
    }
  }

  // MARK: Links

  @Test("relative links lead to files", arguments: pages)
  func links(page: String) throws {
    let folder = Self.root.appendingPathComponent(page).deletingLastPathComponent()
    for link in try Self.found(#"\]\(([^)\s]+)\)"#, in: Self.prose(Self.text(page))) {
      guard !link.contains("://"), !link.hasPrefix("#") else { continue }
      let target = link.components(separatedBy: "#")[0]
      #expect(
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(target).path), "\(page) links to \(link)")
    }
  }

  @Test("links within a catalogue lead to its articles", arguments: pages.filter { $0.contains(".docc/") })
  func articles(page: String) throws {
    let catalogue = Self.catalogue(of: page)
    let articles = Set(
      Self.pages.filter { Self.catalogue(of: $0) == catalogue }.map {
        URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent
      })
    for article in try Self.found("<doc:([^>#]+)>", in: Self.prose(Self.text(page))) {
      #expect(articles.contains(article), "\(page) links to \(article)")
    }
  }

  @Test("symbols that a catalogue names are declared in its room", arguments: pages.filter { $0.contains(".docc/") })
  func symbols(page: String) throws {
    let room = page.components(separatedBy: "/")[1]
    let sources = try ArchitectureTests.files(in: room).map { $0.lines.joined(separator: "\n") }.joined(separator: "\n")
    for symbol in try Self.found("``([A-Za-z]+)``", in: Self.text(page)) where symbol != room {
      let declaration = try Regex("public (struct|enum|typealias|protocol) \(symbol)\\b")
      #expect(sources.contains(declaration), "\(page) names \(symbol)")
    }
  }

  @Test("every guide and decision is listed on the landing page")
  func landing() throws {
    let landing = try Self.text("\(Self.method)/PortfolioModel.md")
    for page in Self.pages where page.hasPrefix(Self.method + "/") && !page.hasSuffix("PortfolioModel.md") {
      let name = URL(fileURLWithPath: page).deletingPathExtension().lastPathComponent
      #expect(landing.contains("- <doc:\(name)>"), "\(name)")
      #expect(try Self.text(page).contains("**中文摘要。**"), "\(name) has a Chinese summary")
    }
  }

  private static func catalogue(of page: String) -> String? {
    page.components(separatedBy: "/").first { $0.hasSuffix(".docc") }
  }

  // MARK: Sources

  @Test("the table of variables lists every variable with its raw value, and no other")
  func variables() throws {
    let registry = try Self.text("Sources/Simulation/Plan/VariableRegistry.swift")
    let pattern = #/static let (\w+) = Variable\(rawValue: (\d+)\)/#
    let declared = registry.matches(of: pattern).map { "\($0.output.2) \($0.output.1)" }
    let page = try Self.text("\(Self.method)/Guides/RandomNumbers.md")
    let listed = page.matches(of: #/\n\| (\d+) \| `(\w+)` \|/#).map { "\($0.output.1) \($0.output.2)" }
    #expect(declared.count >= 15)
    #expect(listed == declared)
  }

  @Test("the table of kinds of entities lists every kind")
  func kinds() throws {
    let registry = try Self.text("Sources/Simulation/Plan/VariableRegistry.swift")
    let declared = try Self.found(#"static let \w+: UInt16 = (\d+)"#, in: registry)
    let page = try Self.text("\(Self.method)/Guides/RandomNumbers.md")
    let table = try #require(page.components(separatedBy: "## ").first { $0.hasPrefix("Addresses of entities") })
    #expect(declared.count >= 9)
    #expect(try Self.found(#"\n\| (\d+) \|"#, in: table) == declared)
  }

  @Test("every headline metric is described, and no other")
  func headline() throws {
    let source = try Self.text("Sources/Measures/Catalogue/HeadlineMetric.swift")
    let names = try #require(source.components(separatedBy: "names = [").last?.components(separatedBy: "]").first)
    let declared = try Self.found(#""(\w+)""#, in: names)
    #expect(declared.count >= 29)
    #expect(try described(in: "Headline metrics") == declared)
  }

  @Test("every metric by quarter is described, and no other")
  func periods() throws {
    let source = try Self.text("Sources/Measures/Catalogue/PeriodMetric.swift")
    let declared = source.matches(of: #/\n  case (\w+)(?: = "(\w+)")?\n/#).map { String($0.output.2 ?? $0.output.1) }
    #expect(declared.count >= 7)
    #expect(try described(in: "Period metrics") == declared)
  }

  /// The names in the first column of a table of `Measures.md`.
  private func described(in section: String) throws -> [String] {
    let page = try Self.text("\(Self.method)/Guides/Measures.md")
    let part = try #require(page.components(separatedBy: "\n## ").first { $0.hasPrefix(section) })
    return try Self.found(#"\n\| `(\w+)` \|"#, in: part)
  }

  @Test("every code of an issue is documented, and no other")
  func codes() throws {
    let source = try Self.text("Sources/ScenarioFiles/Issues/IssueCode.swift")
    let declared = source.matches(of: #/\n  case (\w+)(?: = "(\w+)")?\n/#).map { String($0.output.2 ?? $0.output.1) }
    let page = try Self.text("Sources/ScenarioFiles/ScenarioFiles.docc/IssueCodes.md")
    #expect(declared.count >= 50)
    #expect(try Self.found(#"\n\| `(\w+)` \|"#, in: page) == declared)
  }

  @Test("kinds of flow and of quantities are described")
  func conventions() throws {
    let page = try Self.text("\(Self.method)/Guides/Conventions.md")
    for (file, count) in [("Measures/Ledger/FlowKind", 45), ("Quantities/Units/QuantityKind", 9)] {
      let source = try Self.text("Sources/\(file).swift")
      // Cases may follow each other line by line.
      let cases = source.matches(of: #/\n  case (\w+)(?: = "(\w+)")?(?=\n)/#)
      let declared = cases.map { String($0.output.2 ?? $0.output.1) }
      #expect(declared.count >= count)
      for name in declared {
        let words = Self.quantities[name] ?? name.replacing("_", with: " ")
        #expect(page.contains("`\(name)`") || page.contains("\n| \(words) |"), "\(name)")
      }
    }
  }

  /// Kinds of quantities that the page calls otherwise.
  private static let quantities = [
    "annual_rate": "rate per year", "time_span": "length of time", "number": "pure number, count",
    "count": "pure number, count",
  ]

  @Test("the table of files has the columns that are written")
  func columns() throws {
    let page = try Self.text("\(Self.method)/Guides/RunFolder.md")
    for table in [
      "Summary", "Risk", "Period", "Ledger", "Parameter", "Rules", "Comparison", "Target", "TargetCount",
      "TargetConflict",
      "Assessment", "Leverage",
    ] {
      let source = try Self.text("Sources/Reporting/Tables/\(table)Table.swift")
      let file = try #require(try Self.found(#""(\w+\.csv)""#, in: source).first)
      let row = try #require(page.components(separatedBy: "\n").first { $0.hasPrefix("| `\(file)`") })
      let listed = try #require(try Self.found(#"`(\w+(?:,\w+)+)`"#, in: row).first).components(separatedBy: ",")
      for column in try Self.found(#"(?:TableColumn|text|number)\(\s*"(\w+)""#, in: source) {
        #expect(listed.contains(column), "\(file): \(column)")
      }
    }
  }

  @Test("the commands of both pages are those of the program", arguments: readmes)
  func commands(page: String) throws {
    let source = try Self.text("Sources/guidefund/Guidefund.swift")
    let list = try #require(source.components(separatedBy: "subcommands: [").last?.components(separatedBy: "]").first)
    let declared = try Self.found(#"(\w+)\.self"#, in: list).map { $0.lowercased() }
    #expect(try Self.found(#"\n\| `guidefund (\w+)"#, in: Self.text(page)).sorted() == declared.sorted())
  }

  @Test("the changelog has the version of the program and of its results")
  func versions() throws {
    let source = try Self.text("Sources/guidefund/Program.swift")
    let version = try #require(try Self.found(#"program: "([\d.]+)""#, in: source).first)
    let results = try #require(try Self.found(#"results: (\d+)"#, in: source).first)
    let changelog = try Self.text("CHANGELOG.md")
    #expect(changelog.contains("## [\(version)]"))
    #expect(changelog.contains("Results version \(results):"))
  }

  // MARK: The two pages at the top

  /// The skeleton of a page: levels of headings, columns of tables, kinds of blocks, commented blocks, lists.
  private func structure(_ text: String) -> [String] {
    var isCode = false
    return text.components(separatedBy: "\n").compactMap { line in
      if line.hasPrefix("```") {
        isCode.toggle()
        return isCode ? line : nil
      }
      if isCode { return nil }
      if line.hasPrefix("#") { return String(line.prefix { $0 == "#" }) }
      if line.hasPrefix("<!--") { return line.contains("generated:") ? "generated" : line }
      if line.hasPrefix("- ") { return "-" }
      if line.hasPrefix("|") { return "| " + String(line.count { $0 == "|" }) }
      return nil
    }
  }

  @Test("both languages have the same structure, files and scenario")
  func languages() throws {
    let (english, chinese) = (try Self.text("README.md"), try Self.text("README.zh-CN.md"))
    #expect(structure(english) == structure(chinese))
    #expect(try block(after: "<!-- validates -->", in: english) == block(after: "<!-- validates -->", in: chinese))
    func codes(_ text: String) throws -> [String] { try Self.found(#"\n\| `([\w/.]+)` \|"#, in: text) }
    #expect(try codes(english) == codes(chinese))
  }

  /// The lines of the fenced block that follows a comment.
  private func block(after comment: String, in text: String) throws -> String {
    let rest = try #require(text.components(separatedBy: comment + "\n```").dropFirst().first)
    return rest.components(separatedBy: "\n").dropFirst().prefix { $0 != "```" }.joined(separator: "\n") + "\n"
  }

  // MARK: The program

  /// The program that the environment names; `make test` builds it first.
  static let program = ProcessInfo.processInfo.environment["GUIDEFUND_RELEASE"].flatMap {
    FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil
  }

  /// Runs the program in a folder of its own that has the scenarios, and gives what it prints.
  private func output(_ arguments: [String], files: [String: String] = [:]) throws -> (status: Int32, text: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guidefund-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("Scenarios"), withDestinationURL: Self.root.appendingPathComponent("Scenarios"))
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.program))
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LANG": "C", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  @Test(
    "generated blocks are what the program prints",
    .enabled(if: program != nil, "GUIDEFUND_RELEASE names the program"), arguments: readmes)
  func generated(page: String) throws {
    let text = try Self.text(page)
    let commands = try Self.found("<!-- generated: guidefund ([^>]+) -->", in: text)
    #expect(!commands.isEmpty)
    for command in commands {
      let printed = try output(command.components(separatedBy: " "))
      #expect(printed.status == 0)
      #expect(try block(after: "<!-- generated: guidefund \(command) -->", in: text) == printed.text)
    }
  }

  @Test(
    "the scenario of both pages validates without a warning and runs",
    .enabled(if: program != nil, "GUIDEFUND_RELEASE names the program"), arguments: readmes)
  func scenario(page: String) throws {
    let files = ["first.yaml": try block(after: "<!-- validates -->", in: Self.text(page))]
    let issues = try output(["validate", "first.yaml", "--json"], files: files).text
    #expect(issues.trimmingCharacters(in: .whitespacesAndNewlines) == "[]")
    #expect(try output(["run", "first.yaml", "--replicates", "50"], files: files).status == 0)
  }
}
