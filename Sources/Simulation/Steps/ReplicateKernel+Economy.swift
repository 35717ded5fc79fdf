// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

extension ReplicateKernel {
  /// Draws factors, market levels and the listing window of the first quarters, and the listed index of all.
  ///
  /// `F(t+1) = φ F(t) + sqrt(1−φ²) ε`, `G_s = sqrt(w) F + sqrt(1−w) H_s`,
  /// `log P_s(t+1) − log P_s(t) = (log(1+g) − σ²/2)/4 + σ/2 η_s(t+1)` with `η_s` the unit innovation of `G_s`.
  mutating func stepEconomy(_ quarters: Int) {
    stepCommonFactor(quarters)
    if let mixing = plan.economy.mixing {
      stepMixedSectors(mixing, quarters)
    } else {
      for sector in plan.economy.sectors.indices { stepSector(sector, quarters) }
    }
    for series in plan.markets.indices { stepMarket(series, quarters) }
    if plan.economy.needsIndex { stepIndex() }
    stepWindow(quarters)
  }

  private mutating func drawInnovations(_ entity: EntityAddress, _ variable: Variable, _ quarters: Int) {
    scratch.draws.drawInnovations(entity, variable, numbers, quarters: quarters, into: &scratch.innovations)
  }

  private mutating func stepCommonFactor(_ quarters: Int) {
    let persistence = plan.economy.persistence
    let scale = plan.economy.innovationScale
    drawInnovations(plan.economy.entity, .commonInnovation, quarters)
    var factor = 0.0
    for quarter in 0..<quarters {
      let innovation = scratch.innovations[quarter]
      factor = quarter == 0 ? innovation : persistence * factor + scale * innovation
      innovations[quarter] = innovation
      common[quarter] = factor
    }
  }

  private mutating func stepSector(_ sector: Int, _ quarters: Int) {
    let about = plan.economy.sectors[sector]
    let row = sector * plan.quarters
    guard about.needsOwnFactor else {
      var level = 0.0
      for quarter in 0..<quarters {
        if quarter > 0 { level += about.scale * innovations[quarter] }
        sectorFactors[row + quarter] = common[quarter]
        surprises[row + quarter] = level
      }
      return
    }
    var own = 0.0
    var level = 0.0
    drawInnovations(about.entity, .sectorInnovation, quarters)
    for quarter in 0..<quarters {
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
  private mutating func stepMixedSectors(_ mixing: CorrelatedFactors, _ quarters: Int) {
    let (count, row) = (plan.economy.sectors.count, plan.quarters)
    for sector in 0..<count {
      drawInnovations(plan.economy.sectors[sector].entity, .sectorInnovation, quarters)
      for quarter in 0..<quarters { surprises[sector * row + quarter] = scratch.innovations[quarter] }
    }
    for quarter in 0..<quarters {
      for sector in 0..<count { scratch.factors[sector] = surprises[sector * row + quarter] }
      mixing.apply(to: &scratch.factors)
      for sector in 0..<count { surprises[sector * row + quarter] = scratch.factors[sector] }
    }
    for sector in 0..<count { accumulateMixed(sector, quarters) }
  }

  private mutating func accumulateMixed(_ sector: Int, _ quarters: Int) {
    let row = sector * plan.quarters
    var level = 0.0
    for quarter in 0..<quarters {
      let unit = surprises[row + quarter]
      sectorFactors[row + quarter] =
        quarter == 0
        ? unit
        : plan.economy.persistence * sectorFactors[row + quarter - 1] + plan.economy.innovationScale * unit
      if quarter > 0 { level += plan.economy.sectors[sector].scale * unit }
      surprises[row + quarter] = level
    }
  }

  private mutating func stepMarket(_ series: Int, _ quarters: Int) {
    let about = plan.markets[series]
    let target = series * plan.quarters
    Self.step(&markets, from: target, surprises, from: about.sector * plan.quarters, about, quarters)
    markets.exponentiate(target..<target + quarters)
  }

  /// Logarithms of the levels; a function of the columns that it uses, so that where these lie is known to the loop.
  private static func step(
    _ markets: inout Column<Double>, from target: Int, _ surprises: borrowing Column<Double>, from source: Int,
    _ about: MarketPlan, _ quarters: Int
  ) {
    var markets = markets.mutableSpan
    let surprises = surprises.span
    for quarter in 0..<quarters {
      markets[target + quarter] = about.beta * (surprises[source + quarter] + about.drift * Double(quarter))
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

  private mutating func stepWindow(_ quarters: Int) {
    guard let window = plan.economy.window else { return }
    var isOpen = true
    for quarter in 0..<quarters {
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

  /// The rate at which money is lent in all quarters; apart, since a fund that is run alone neither borrows nor lends.
  mutating func stepLending() {
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
