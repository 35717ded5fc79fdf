// SPDX-License-Identifier: GPL-3.0-or-later

/// The dated life of every lead of one replicate, written only when somebody asks for it.
public struct ProjectJournal: Sendable {
  /// What happened to a lead.
  public enum Happening: Int, Sendable, CaseIterable {
    /// It arrived.
    case arrived
    /// Another unit took it over.
    case transferred
    /// It began to wait for something that its stage needs.
    case waiting
    /// Its stage began after all waiting.
    case began
    /// It passed its stage.
    case passed
    /// It came to a halt.
    case stalled
    /// It moved on.
    case revived
    /// It was lost in its stage, without any of the reasons that follow.
    case lost
    /// A gate turned it away.
    case rejected
    /// A rival took it.
    case rivalled
    /// It left a queue.
    case withdrawn
    /// It was ended after standing still.
    case stopped
    /// It will never go beyond the stage that it passed.
    case ended
    /// The company closed.
    case closed
    /// It was rescued from closing.
    case rescued
  }

  /// One line of a life.
  public struct Entry: Sendable {
    /// What happened.
    public var happening: Happening
    /// Years from the first day of the grid; negative before it.
    public var time: Double
    /// Number of the lead in the order of birth.
    public var project: Int
    /// Position of its stage.
    public var stage: Int
    /// Position of its unit and of its region.
    public var unit: Int
    /// Position of the region that it works for, or lands in.
    public var region: Int
    /// Position of its sector.
    public var sector: Int
    /// Position of its origin among all origins.
    public var origin: Int
    /// Planned investment, yuan.
    public var investment: Double
    /// Whether it expands what is here.
    public var isExpansion: Bool
  }

  /// The lines in the order of time.
  public private(set) var entries: [Entry] = []

  mutating func clear() { entries.removeAll(keepingCapacity: true) }

  mutating func add(_ happening: Happening, _ state: ProjectState, at time: Double) {
    entries.append(
      Entry(
        happening: happening, time: time, project: Int(state.serial), stage: Int(state.stage), unit: Int(state.unit),
        region: Int(state.region), sector: Int(state.sector), origin: Int(state.origin), investment: state.investment,
        isExpansion: state.isExpansion))
  }
}
