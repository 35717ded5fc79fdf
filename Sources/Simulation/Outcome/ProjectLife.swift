// SPDX-License-Identifier: GPL-3.0-or-later

public import NumericalCore
public import PortfolioModel
public import Quantities

/// The dated life of one lead or project of one replicate. Times are years from the first day of the grid.
public struct ProjectLife: Sendable {
  /// The replicate.
  public let replicate: Int
  /// Number of the lead in the order of birth, from 0.
  public let project: Int
  /// Position of the unit that brought it.
  public private(set) var source: Int
  /// Position of the unit that has it in the end.
  public private(set) var unit: Int
  /// Position of the region that it is for, or lands in.
  public private(set) var region: Int
  /// Position of the sector.
  public let sector: Int
  /// Position of the origin among all origins.
  public let origin: Int
  /// Planned investment, yuan.
  public let investment: Double
  /// Whether it expands what is there.
  public let isExpansion: Bool
  /// When it arrived; nothing for what was under way before the grid.
  public private(set) var arrived: Double?
  /// When it first passed each stage of the chain.
  public private(set) var passed: [Double?]
  /// How long it waited for what stages need, years.
  public private(set) var waited = 0.0
  /// What ended it, and when; nothing while it goes on.
  public private(set) var end: (happening: ProjectJournal.Happening, time: Double)?
  private var waitsSince: Double?

  private init(_ entry: ProjectJournal.Entry, replicate: Int, stages: Int) {
    self.replicate = replicate
    project = entry.project
    source = entry.unit
    unit = entry.unit
    region = entry.region
    sector = entry.sector
    origin = entry.origin
    investment = entry.investment
    isExpansion = entry.isExpansion
    passed = Array(repeating: nil, count: stages)
  }

  /// The lives that a journal tells, in the order of birth; who still waits has waited up to the end of the grid, in years.
  static func all(of entries: [ProjectJournal.Entry], replicate: Int, stages: Int, end: Double) -> [ProjectLife] {
    var lives: [Int: ProjectLife] = [:]
    for entry in entries {
      var life = lives[entry.project] ?? ProjectLife(entry, replicate: replicate, stages: stages)
      life.add(entry)
      lives[entry.project] = life
    }
    return lives.values.map { $0.waiting(to: end) }.sorted { $0.project < $1.project }
  }

  private func waiting(to end: Double) -> ProjectLife {
    var life = self
    if let since = waitsSince { life.waited += end - since }
    life.waitsSince = nil
    return life
  }

  private mutating func add(_ entry: ProjectJournal.Entry) {
    unit = entry.unit
    region = entry.region
    if let since = waitsSince {
      waited += entry.time - since
      waitsSince = nil
    }
    switch entry.happening {
    case .arrived: arrived = entry.time
    case .waiting: waitsSince = entry.time
    case .passed: pass(entry.stage, at: entry.time)
    case .lost, .rejected, .rivalled, .withdrawn, .stopped, .ended, .closed: end = (entry.happening, entry.time)
    case .transferred, .began, .stalled, .revived, .rescued: break
    }
  }

  /// Talks that begin again do not move the day on which a stage was passed, as they count no milestone again.
  private mutating func pass(_ stage: Int, at time: Double) {
    guard passed.indices.contains(stage), passed[stage] == nil else { return }
    passed[stage] = time
  }

  /// Replays replicates of a design and tells the lives of their projects.
  /// - Throws: A failure of a table, when uncertain numbers are drawn; a number that no replicate has.
  /// - Complexity: As long as simulating the replicates.
  public static func replayed(_ design: ResolvedDesign, replicates: [Int]) throws(NumericalFailure) -> [ProjectLife] {
    var lives: [ProjectLife] = []
    for replicate in replicates {
      let story = try ReplicateStory(design, replicate: replicate)
      lives += all(
        of: story.projects, replicate: replicate, stages: design.scenario.promotion?.stages.count ?? 0,
        end: Double(design.scenario.time.quarters) / 4)
    }
    return lives
  }
}

/// Names of what lives of projects refer to, by position.
public struct ProjectLabels: Hashable, Sendable {
  /// Ids of regions.
  public let regions: [String]
  /// Ids of units; equal ones are numbered.
  public let units: [String]
  /// Ids of sectors.
  public let sectors: [String]
  /// Ids of the stages in the order of the chain.
  public let stages: [String]
  /// Names of the stages.
  public let stageNames: [BilingualText]

  /// The names of a section on promotion.
  public init(_ promotion: Promotion) {
    regions = PlanLabels.regions(promotion)
    units = PlanLabels.units(promotion)
    sectors = promotion.sectors.map(\.id)
    stages = promotion.stages.map(\.id)
    stageNames = promotion.stages.map(\.value.name)
  }
}
