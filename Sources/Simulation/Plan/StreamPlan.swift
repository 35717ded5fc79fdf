// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities

/// A stream of candidates in numbers.
struct StreamPlan: Sendable {
  var entity: EntityAddress
  var law: Int
  /// Mean arrivals a quarter at the start of the grid; negative for as many as are wanted.
  var perQuarter: Double
  /// Cumulative shares of stages, and an ordinary company of each with the median round.
  var stageCumulative: [Double]
  var models: [CompanyState]
  var sectorCumulative: [Double]
  var sectorIndices: [Int]
  var localShare: Double
  var hardTechShare: Double
  /// Standard deviation of the logarithm of the round's size, by position among the models.
  var roundSigma: [Double]
  /// Whether companies of one stage and sector differ when they seek their round.
  var hasTraits: Bool
}

/// A company that the scenario names, or an opening holding's company, in numbers.
struct CompanyPlan: Sendable {
  var entity: EntityAddress
  var law: Int
  var row: Int
  /// Position of its stage among all stages.
  var stage: Int
  var sector: Int
  /// Years from the start of the grid; negative for companies held at the opening.
  var enters: Double
  var quarter: Int
  var roundSize: Double
  var isHardTech: Bool
  var isLocal: Bool
}

extension StreamPlan {
  init(_ stream: Identified<CandidateStream>, laws: [String: Int], sectors: [String: Int], resolver: PlanResolver) {
    let values = resolver.values
    entity = EntityAddress.root.child(EntityKindCode.stream, stream.id)
    law = laws.index(of: stream.value.law)
    switch stream.value.arrivals {
    case .unlimited: perQuarter = -1
    case .perYear(let number): perQuarter = values(number) / 4
    }
    let mix = stream.value.stageMix
    stageCumulative = StreamPlan.cumulative(mix.map { values($0.share) })
    sectorCumulative = StreamPlan.cumulative(stream.value.sectorMix.map { values($0.share) })
    sectorIndices = stream.value.sectorMix.map { sectors.index(of: $0.sector) }
    localShare = values(stream.value.localShare)
    hardTechShare = values(stream.value.hardTechShare)
    let rounds = mix.map { share in stream.value.rounds.first { $0.stage == share.stage } }
    roundSigma = rounds.map { round in round.map { values($0.sigma) } ?? 0 }
    let deadweight = values(stream.value.deadweight)
    models = zip(mix, rounds).map { [law] share, round in
      var company = CompanyState(law: law, row: resolver.row(of: share.stage, law: law), stage: share.stage)
      company.deadweight = deadweight
      let dilution = resolver.laws[law].isStaged ? resolver.stages[company.row].entryDilution : 0
      company.sizeRound(round.map { Double(values($0.size)) / 100 } ?? 0, selling: dilution)
      return company
    }
    hasTraits =
      hardTechShare > 0 || localShare > 0 || roundSigma.contains { $0 > 0 } || resolver.laws[law].quality > 0
  }

  /// Upper ends of the classes on the unit interval; the last is 1 whatever rounding did.
  static func cumulative(_ shares: [Double]) -> [Double] {
    let total = shares.reduce(0, +)
    var sum = 0.0
    var ends = shares.map { share in
      sum += share / total
      return sum
    }
    if !ends.isEmpty { ends[ends.count - 1] = 1 }
    return ends
  }

  /// The class of the stage mix that a uniform falls in.
  @inline(__always) func stage(at uniform: Uniform) -> Int {
    Self.place(of: uniform.value, in: stageCumulative)
  }

  /// The class of the sector mix that a uniform falls in.
  @inline(__always) func sector(at uniform: Uniform) -> Int {
    Self.place(of: uniform.value, in: sectorCumulative)
  }

  /// How many of rising probabilities, the last aside, are not above a number: counted, since chance would mislead the
  /// branch that stops at the first.
  @inline(__always) static func place(of number: Double, in cumulative: [Double]) -> Int {
    var (place, position) = (0, 0)
    while position + 1 < cumulative.count {
      place &+= number >= cumulative[position] ? 1 : 0
      position += 1
    }
    return place
  }
}
