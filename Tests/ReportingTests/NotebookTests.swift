// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import Reporting

/// Holds the notebooks of the project against their pages, their scenarios and the program, without executing them:
/// `make notebooks` does that, and every message here is answered by running it.
@Suite struct NotebookTests {
  static let folder = ScenarioWorkshop.root.appendingPathComponent("Notebooks-export")

  /// Names of the notebooks, without their endings.
  static let names = files(ending: ".ipynb")

  private static func files(ending: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  /// A notebook as it lies in the project; only what these tests look at.
  struct Notebook: Decodable {
    var cells: [Cell]
    var metadata: Metadata

    struct Cell: Decodable {
      var cellType: String
      var source: Lines
      var executionCount: Int?
      var outputs: [Output]?
    }

    struct Output: Decodable {
      var outputType: String
      var name: String?
      var data: [String: Lines]?
    }

    struct Metadata: Decodable {
      var guidefund: Made
    }

    /// What the numbers were made of.
    struct Made: Decodable {
      var resultsVersion: Int
      var replicates: Int
      var inputs: [String: String]
    }

    /// Text, which the format allows to be one string or many.
    struct Lines: Decodable {
      var text: String

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        text = try (try? container.decode(String.self)) ?? container.decode([String].self).joined()
      }
    }
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func notebook(_ name: String) throws -> Notebook {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Notebook.self, from: Data(bytes("\(name).ipynb")))
  }

  @Test("every notebook has its page and its runs, and no page or run is left over")
  func complete() {
    #expect(Self.names.contains("compare-designs"))
    #expect(Self.files(ending: ".html") == Self.names)
    #expect(Self.files(ending: ".runs") == Self.names)
  }

  @Test("every cell of code was executed, in order and without an error or a warning", arguments: names)
  func executed(name: String) throws {
    let code = try Self.notebook(name).cells.filter { $0.cellType == "code" }
    #expect(code.count >= 3)
    #expect(code.map(\.executionCount) == Array(1...code.count))
    for output in code.flatMap({ $0.outputs ?? [] }) {
      #expect(output.outputType != "error")
      #expect(output.name != "stderr")
    }
  }

  @Test("the page is of this very notebook and shows all its pictures", arguments: names)
  func page(name: String) throws {
    let digest = SHA256.digest(try Self.bytes("\(name).ipynb"))
    let html = String(decoding: try Self.bytes("\(name).html"), as: UTF8.self)
    let isOfNotebook = html.contains("<meta name=\"guidefund-notebook\" content=\"sha256:\(digest)\">")
    #expect(isOfNotebook, "the page is of another state of the notebook")
    let outputs = try Self.notebook(name).cells.flatMap { $0.outputs ?? [] }
    let pictures = outputs.compactMap { $0.data?["image/svg+xml"]?.text }
    #expect(!pictures.isEmpty)
    for picture in pictures {
      let (isShown, hasFont) = (html.contains(picture), picture.contains("data:font/woff2;base64,"))
      #expect(isShown, "the page shows the picture as the notebook does")
      #expect(hasFont, "Chinese shows without a font of the machine")
    }
  }

  @Test("the page needs no network and is small", arguments: names)
  func alone(name: String) throws {
    let bytes = try Self.bytes("\(name).html")
    let html = String(decoding: bytes, as: UTF8.self)
    for outside in ["<script", "src=\"http", "href=\"http", "url(http", "@import"] {
      let isThere = html.contains(outside)
      #expect(!isThere, "\(outside)")
    }
    #expect(bytes.count + (try Self.bytes("\(name).ipynb")).count < 3_000_000)
  }

  @Test("the numbers are of the present scenarios and of the present results version", arguments: names)
  func current(name: String) throws {
    let made = try Self.notebook(name).metadata.guidefund
    #expect(!made.inputs.isEmpty)
    for (path, digest) in made.inputs {
      let data = try Data(contentsOf: ScenarioWorkshop.root.appendingPathComponent(path))
      #expect(SHA256.digest(Array(data)) == digest, "\(path) has changed since make notebooks ran")
    }
    let program = ScenarioWorkshop.root.appendingPathComponent("Sources/guidefund/Program.swift")
    let source = try String(contentsOf: program, encoding: .utf8)
    #expect(source.contains("results: \(made.resultsVersion),"), "results have moved since make notebooks ran")
  }

  @Test("no sentence holds a number that was typed", arguments: names)
  func computed(name: String) throws {
    for cell in try Self.notebook(name).cells where cell.cellType == "markdown" {
      #expect(cell.source.text.allSatisfy { !("0"..."9").contains($0) }, "\(cell.source.text)")
    }
  }
}
