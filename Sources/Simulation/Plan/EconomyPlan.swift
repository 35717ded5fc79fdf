// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities

/// The economy in numbers.
struct EconomyPlan: Sendable {
  var entity: EntityAddress
  var persistence: Double
  /// sqrt(1 − φ²).
  var innovationScale: Double
  var sectors: [SectorPlan]
  /// Mixes the sectors' innovations where their correlations are given; else sectors load on the common factor.
  var mixing: CorrelatedFactors?
  var indexDrift: Double
  var indexScale: Double
  var indexCommon: Double
  var indexOwn: Double
  var needsIndex = true
  var window: WindowPlan?
  var lending: LendingPlan
  /// `(1+r)^(−q/4)` by quarter: flows of a quarter stand at its index.
  var discount: [Double]
  var growthIndex: [Double]
  var inflationIndex: [Double]
}

/// One sector in numbers.
struct SectorPlan: Sendable {
  var entity: EntityAddress
  /// sqrt(w) and sqrt(1 − w).
  var common: Double
  var own: Double
  var persistence: Double
  var innovationScale: Double
  /// (log(1+g) − σ²/2)/4: the mean move of log P in a quarter.
  var drift: Double
  /// σ/2: a quarter's standard deviation of log P.
  var scale: Double
  var needsOwnFactor: Bool
}

/// The listing window in numbers.
struct WindowPlan: Sendable {
  var initiallyOpen: Double
  var logOddsShuts: Double
  var logOddsOpens: Double
  var loading: Double
}

/// The lending rate by quarter, or the numbers of its process.
enum LendingPlan: Sendable {
  case given([Double])
  case vasicek(initial: Double, mean: Double, decay: Double, deviation: Double)
}

extension EconomyPlan {
  init(
    _ economy: Economy, time: TimeGrid, values: ParameterValues, listings: Bool
  ) throws(NumericalFailure) {
    entity = EntityAddress.root.child(EntityKindCode.economy, "economy")
    persistence = values(economy.commonFactor.persistence)
    innovationScale = (1 - persistence * persistence).squareRoot()
    let hasMatrix = economy.sectorCorrelations != nil
    sectors = economy.sectors.map { SectorPlan($0, values: values, underMatrix: hasMatrix) }
    if let matrix = economy.sectorCorrelations { mixing = try CorrelatedFactors(correlation: matrix) }
    let index = economy.listedIndex
    let volatility = values(index.volatility)
    indexDrift = (Elementary.log(1 + values(index.growth)) - volatility * volatility / 2) / 4
    indexScale = volatility / 2
    indexCommon = values(index.factorWeight).squareRoot()
    indexOwn = (1 - values(index.factorWeight)).squareRoot()
    window = listings ? economy.listingWindow.map { WindowPlan($0, values: values) } : nil
    lending = LendingPlan(economy.lendingRate, time: time, values: values)
    let yearly = 1 / (1 + values(economy.discountRate))
    discount = (0..<time.quarters).map { Elementary.pow(yearly, Double($0) / 4) }
    growthIndex = EconomyPlan.index(economy.growth, time: time, values: values)
    inflationIndex = EconomyPlan.index(economy.inflation, time: time, values: values)
  }

  /// Cumulative growth from quarter 0, compounding (1 + r)^(1/4) a quarter.
  private static func index(_ path: YearlyPath, time: TimeGrid, values: ParameterValues) -> [Double] {
    var level = 1.0
    return (0..<time.quarters).map { quarter in
      defer { level *= Elementary.pow(1 + rate(path, time: time, quarter: quarter, values: values), 0.25) }
      return level
    }
  }

  static func rate(_ path: YearlyPath, time: TimeGrid, quarter: Int, values: ParameterValues) -> Double {
    guard !path.years.isEmpty else { return 0 }
    let year = time.start.advanced(by: quarter).year
    let last = path.years.lastIndex { $0 <= year } ?? 0
    return values(path.rates[last])
  }
}

extension SectorPlan {
  init(_ sector: Identified<Sector>, values: ParameterValues, underMatrix: Bool) {
    entity = EntityAddress.root.child(EntityKindCode.sector, sector.id)
    let weight = values(sector.value.factorWeight)
    common = underMatrix ? 0 : weight.squareRoot()
    own = underMatrix ? 1 : (1 - weight).squareRoot()
    persistence = values(sector.value.persistence)
    innovationScale = (1 - persistence * persistence).squareRoot()
    let volatility = values(sector.value.volatility)
    drift = (Elementary.log(1 + values(sector.value.growth)) - volatility * volatility / 2) / 4
    scale = volatility / 2
    needsOwnFactor = own > 0
  }
}

extension WindowPlan {
  init(_ window: ListingWindow, values: ParameterValues) {
    func logOdds(_ probability: Double) -> Double { Elementary.log(probability / (1 - probability)) }
    initiallyOpen = values(window.initiallyOpen)
    logOddsShuts = logOdds(values(window.shuts))
    logOddsOpens = logOdds(values(window.opens))
    loading = values(window.loading)
  }
}

extension LendingPlan {
  /// The exact quarterly step of Vasicek (1977): r' = θ + (r − θ)e^{−κ/4} + σ sqrt((1 − e^{−κ/2})/(2κ)) ε.
  init(_ rate: LendingRate, time: TimeGrid, values: ParameterValues) {
    switch rate {
    case .constant(let rate): self = .given(Array(repeating: values(rate), count: time.quarters))
    case .path(let path):
      self = .given((0..<time.quarters).map { EconomyPlan.rate(path, time: time, quarter: $0, values: values) })
    case .vasicek(let process):
      let speed = values(process.reversion)
      let variance = speed > 0 ? (1 - Elementary.exp(-speed / 2)) / (2 * speed) : 0.25
      self = .vasicek(
        initial: values(process.initial), mean: values(process.mean), decay: Elementary.exp(-speed / 4),
        deviation: values(process.volatility) * variance.squareRoot())
    }
  }
}
