// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

extension ReplicateKernel {
  /// Draws factors, market levels, the listed index, the listing window and the lending rate of all quarters.
  ///
  /// `F(t+1) = φ F(t) + sqrt(1−φ²) ε`, `G_s = sqrt(w) F + sqrt(1−w) H_s`,
  /// `log P_s(t+1) − log P_s(t) = (log(1+g) − σ²/2)/4 + σ/2 η_s(t+1)` with `η_s` the unit innovation of `G_s`.
  mutating func stepEconomy() {
    stepCommonFactor()
    if let mixing = plan.economy.mixing {
      stepMixedSectors(mixing)
    } else {
      for sector in plan.economy.sectors.indices { stepSector(sector) }
    }
    for series in plan.markets.indices { stepMarket(series) }
    if plan.economy.needsIndex { stepIndex() }
    stepWindow()
    stepLending()
  }

  private mutating func drawInnovations(_ entity: EntityAddress, _ variable: Variable) {
    scratch.draws.drawInnovations(
      entity, variable, numbers, quarters: plan.quarters, into: &scratch.innovations)
  }

  private mutating func stepCommonFactor() {
    let persistence = plan.economy.persistence
    let scale = plan.economy.innovationScale
    drawInnovations(plan.economy.entity, .commonInnovation)
    var factor = 0.0
    for quarter in 0..<plan.quarters {
      let innovation = scratch.innovations[quarter]
      factor = quarter == 0 ? innovation : persistence * factor + scale * innovation
      innovations[quarter] = innovation
      common[quarter] = factor
    }
  }

  private mutating func stepSector(_ sector: Int) {
    let about = plan.economy.sectors[sector]
    let row = sector * plan.quarters
    guard about.needsOwnFactor else {
      var level = 0.0
      for quarter in 0..<plan.quarters {
        if quarter > 0 { level += about.scale * innovations[quarter] }
        sectorFactors[row + quarter] = common[quarter]
        surprises[row + quarter] = level
      }
      return
    }
    var own = 0.0
    var level = 0.0
    drawInnovations(about.entity, .sectorInnovation)
    for quarter in 0..<plan.quarters {
      let innovation = scratch.innovations[quarter]
      own = quarter == 0 ? innovation : about.persistence * own + about.innovationScale * innovation
      let unit = about.common * innovations[quarter] + about.own * innovation
      if quarter > 0 { level += about.scale * unit }
      sectorFactors[row + quarter] = about.common * common[quarter] + about.own * own
      surprises[row + quarter] = level
    }
  }

  /// Sectors whose correlations are given: unit innovations are mixed by the Cholesky factor, all with the common
  /// factor's persistence.
  private mutating func stepMixedSectors(_ mixing: CorrelatedFactors) {
    let count = plan.economy.sectors.count
    let quarters = plan.quarters
    for sector in 0..<count {
      drawInnovations(plan.economy.sectors[sector].entity, .sectorInnovation)
      for quarter in 0..<quarters { surprises[sector * quarters + quarter] = scratch.innovations[quarter] }
    }
    for quarter in 0..<quarters {
      for sector in 0..<count { scratch.factors[sector] = surprises[sector * quarters + quarter] }
      mixing.apply(to: &scratch.factors)
      for sector in 0..<count { surprises[sector * quarters + quarter] = scratch.factors[sector] }
    }
    for sector in 0..<count { accumulateMixed(sector) }
  }

  private mutating func accumulateMixed(_ sector: Int) {
    let row = sector * plan.quarters
    var level = 0.0
    for quarter in 0..<plan.quarters {
      let unit = surprises[row + quarter]
      sectorFactors[row + quarter] =
        quarter == 0
        ? unit
        : plan.economy.persistence * sectorFactors[row + quarter - 1] + plan.economy.innovationScale * unit
      if quarter > 0 { level += plan.economy.sectors[sector].scale * unit }
      surprises[row + quarter] = level
    }
  }

  private mutating func stepMarket(_ series: Int) {
    let about = plan.markets[series]
    Self.step(
      &markets, from: series * plan.quarters, surprises, from: about.sector * plan.quarters, about, plan.quarters)
  }

  /// A function of the columns that it uses, so that where these lie is known to the loop.
  private static func step(
    _ markets: inout Column<Double>, from target: Int, _ surprises: borrowing Column<Double>, from source: Int,
    _ about: MarketPlan, _ quarters: Int
  ) {
    var markets = markets.mutableSpan
    let surprises = surprises.span
    for quarter in stride(from: 0, to: quarters, by: 2) {
      // The last quarter stands for both where their number is odd.
      let other = min(quarter + 1, quarters - 1)
      let surprise = SIMD2(surprises[source + quarter], surprises[source + other])
      let levels = Elementary.exp(about.beta * (surprise + about.drift * SIMD2(Double(quarter), Double(other))))
      markets[target + quarter] = levels[0]
      markets[target + other] = levels[1]
    }
  }

  private mutating func stepIndex() {
    let economy = plan.economy
    var level = 0.0
    for quarter in 0..<plan.quarters {
      if quarter > 0 {
        let own = economy.indexOwn > 0 ? normal(numbers.uniform(economy.entity, .listedIndex, quarter)) : 0
        level +=
          economy.indexDrift + economy.indexScale
          * (economy.indexCommon * innovations[quarter] + economy.indexOwn * own)
      }
      listedIndex[quarter] = Elementary.exp(level)
    }
  }

  private mutating func stepWindow() {
    guard let window = plan.economy.window else { return }
    var isOpen = true
    for quarter in 0..<plan.quarters {
      let uniform = numbers.uniform(plan.economy.entity, .listingWindow, quarter).value
      if quarter == 0 {
        isOpen = uniform < window.initiallyOpen
      } else {
        let good = window.loading * common[quarter]
        let logOdds = isOpen ? window.logOddsShuts - good : window.logOddsOpens + good
        let changes = uniform < 1 / (1 + Elementary.exp(-logOdds))
        if changes { isOpen.toggle() }
      }
      isWindowOpen[quarter] = isOpen
    }
  }

  private mutating func stepLending() {
    switch plan.economy.lending {
    case .given(let rates): lending = rates
    case .vasicek(let initial, let mean, let decay, let deviation):
      var rate = initial
      for quarter in 0..<plan.quarters {
        if quarter > 0 {
          let noise = normal(numbers.pair(plan.economy.entity, .listedIndex, quarter).second)
          rate = mean + (rate - mean) * decay + deviation * noise
        }
        lending[quarter] = rate
      }
    }
  }
}
