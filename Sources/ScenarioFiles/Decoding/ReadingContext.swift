// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// What all readers of one scenario share: the shipped defaults, and what they found so far.
///
/// A scenario is read twice. The first pass finds which parameters and ids there are; the second knows the place of each
/// parameter in the sorted register and can check references.
final class ReadingContext {
  let defaults: ShippedDefaults
  /// The keys of `sources:` of the scenario and of the defaults.
  let sourceIDs: Set<String>
  /// What the first pass found; nothing during it.
  let firstPass: ReadingContext?
  /// The files of the scenario, for tables.
  let files: SourceFiles

  private(set) var issues: [ScenarioIssue] = []
  private(set) var rows: [String: Parameter] = [:]
  /// What draws can give, by place in the register.
  private var reaches: [Int: ClosedRange<Double>] = [:]
  private var ids: [String: Set<String>] = [:]
  private var unread: Set<String> = []
  private var numbering: [String: Int] = [:]
  private var descriptions: [String: RecordDescription] = [:]
  private var definitionNames: [JSONValue: String] = [:]
  /// The schemas of sections by name, in the order in which they were first described.
  private(set) var definitions: [JSONValue.Member] = []
  private(set) var usedDefaults: Set<String> = []
  private var dollar: ExchangeRate?
  private var firstYear = 1

  init(defaults: ShippedDefaults, sourceIDs: Set<String>, files: SourceFiles, firstPass: ReadingContext? = nil) {
    self.defaults = defaults
    self.sourceIDs = sourceIDs
    self.files = files
    self.firstPass = firstPass
    if let firstPass {
      let paths = firstPass.rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      numbering = Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, $0) })
    }
  }

  /// The register in the order of its paths, compared byte by byte.
  var register: [Parameter] {
    rows.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
  }

  func report(_ issue: ScenarioIssue) { issues.append(issue) }

  /// Whether a field and all beneath it could be read; a check against a placeholder would report a second mistake
  /// where there is one.
  func couldRead(_ path: String) -> Bool {
    !issues.contains { $0.severity == .error && ($0.path == path || $0.path.hasPrefix(path + ".")) }
  }

  /// Enters a parameter; its place in the register, or -1 for a cell of a table and during the first pass.
  func register(_ row: Parameter, at path: FieldPath) -> Int {
    guard !path.isInTable else { return -1 }
    rows[row.path] = row
    let place = numbering[row.path] ?? -1
    if place >= 0, drawsNumbers { reaches[place] = row.reach }
    return place
  }

  /// What draws of a parameter can give; nothing where it is not drawn, and during the first pass.
  func reach(of parameter: Int) -> ClosedRange<Double>? { reaches[parameter] }

  /// Whether the scenario draws its uncertain numbers.
  private var drawsNumbers: Bool { firstPass?.rows["run.uncertainty"]?.text != "off" }

  /// The place in the register of an uncertain number, if the path names one; anything goes during the first pass.
  func uncertainParameter(at path: String) -> Int? {
    guard let firstPass else { return -1 }
    return firstPass.rows[path]?.uncertainty == nil ? nil : numbering[path]
  }

  /// The paths of all uncertain numbers.
  var uncertainPaths: [String] { firstPass?.rows.values.filter { $0.uncertainty != nil }.map(\.path) ?? [] }

  /// Notes the ids of a collection.
  func note(ids newIDs: [String], of pattern: String) { ids[pattern, default: []].formUnion(newIDs) }

  /// Notes that a collection could not be read, so that nobody knows its ids.
  func noteUnread(_ pattern: String) { unread.insert(pattern) }

  /// All ids of the collections with a path pattern; nothing during the first pass, or where one could not be read.
  func knownIDs(of pattern: String) -> Set<String>? {
    guard let firstPass, !firstPass.unread.contains(pattern) else { return nil }
    return firstPass.ids[pattern] ?? []
  }

  /// The shipped default of a field.
  func shippedDefault(of path: FieldPath) -> LocatedNode? {
    guard let (key, node) = defaults.node(for: path.pattern) else { return nil }
    usedDefaults.insert(key)
    return node
  }

  /// Sets what amounts in other currencies are converted at from here on, and the first year of the run.
  func convert(dollar: ExchangeRate?, from year: Int) {
    self.dollar = dollar
    firstYear = year
  }

  /// Yuan for one unit of a currency in a year, the first of the run unless one is given; nothing without a rate.
  func yuan(per currency: Currency, in year: Int?) -> Double? {
    switch currency {
    case .yuan: 1
    case .dollar: dollar?.yuan(in: year ?? firstYear)
    }
  }

  /// The description of a record, made once a pattern and type.
  func description<Value>(
    at path: FieldPath, of type: Value.Type, make: () -> RecordDescription
  ) -> RecordDescription {
    let key = "\(path.pattern) \(type)"
    if let known = descriptions[key] { return known }
    let made = make()
    descriptions[key] = made
    return made
  }

  /// The name under which other schemas refer to the schema of a section; equal schemas share one.
  func definitionName(of schema: JSONValue, at path: FieldPath) -> String {
    if let known = definitionNames[schema] { return known }
    let taken = definitions.count { $0.name == path.pattern || $0.name.hasPrefix("\(path.pattern)-") }
    let name = taken == 0 ? path.pattern : "\(path.pattern)-\(taken + 1)"
    definitionNames[schema] = name
    definitions.append(JSONValue.Member(name, schema))
    return name
  }
}
