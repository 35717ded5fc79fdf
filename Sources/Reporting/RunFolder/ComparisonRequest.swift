// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What was asked of a comparison besides what is asked of a run.
public struct ComparisonRequest: Hashable, Sendable {
  /// A design that takes part.
  public struct Design: Hashable, Sendable {
    /// What the tables call it.
    public var name: String
    /// The path of its scenario's own file among the inputs.
    public var entry: String

    /// A design that takes part.
    public init(name: String, entry: String) {
      self.name = name
      self.entry = entry
    }
  }

  /// The designs in the order of the table; at least two.
  public var designs: [Design]
  /// The position of the design that the others are compared with.
  public var baseline: Int

  /// What was asked of a comparison.
  public init(designs: [Design], baseline: Int) {
    self.designs = designs
    self.baseline = baseline
  }

  var json: JSONValue {
    .record([
      "designs": .list(designs.map { .record(["name": .text($0.name), "entry": .text($0.entry)]) }),
      "baseline": .whole(baseline),
    ])
  }

  init?(_ json: JSONValue) {
    guard let listed = json["designs"]?.elements, listed.count >= 2, let baseline = json["baseline"]?.integer(Int.self),
      listed.indices.contains(baseline)
    else { return nil }
    let designs = listed.compactMap { design -> Design? in
      guard let name = design["name"]?.string, let entry = design["entry"]?.string else { return nil }
      return Design(name: name, entry: entry)
    }
    guard designs.count == listed.count else { return nil }
    self.init(designs: designs, baseline: baseline)
  }
}
