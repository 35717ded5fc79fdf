// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities

/// The tabulated inverse distribution functions of a scenario, one a shape; built once, shared by all replicates.
struct QuantileTables: Sendable {
  private(set) var gammas: [Gamma] = []
  private(set) var betas: [Beta] = []
  /// Distribution functions of gamma laws of mean 1 at steps of 1/64 from 0 to 8; empty until somebody asks.
  private(set) var gammaCumulatives: [[Double]] = []
  private var gammaShapes: [Double: Int] = [:]
  private var betaShapes: [[Double]: Int] = [:]

  /// The index of the gamma law with this shape and mean 1; a new one is tabulated.
  mutating func gamma(shape: Double) throws(NumericalFailure) -> Int {
    if let known = gammaShapes[shape] { return known }
    gammas.append(try Gamma(shape: shape, mean: 1))
    gammaShapes[shape] = gammas.count - 1
    return gammas.count - 1
  }

  /// Tabulates the distribution function of a gamma law.
  mutating func tabulateCumulative(_ law: Int) {
    while gammaCumulatives.count < gammas.count { gammaCumulatives.append([]) }
    guard gammaCumulatives[law].isEmpty else { return }
    gammaCumulatives[law] = (0...512).map { gammas[law].cumulative(Double($0) / 64) }
  }

  /// The probability that a gamma law of mean 1 does not exceed a number, in a table.
  func cumulative(_ law: Int, _ x: Double) -> Double {
    let table = gammaCumulatives[law]
    let place = max(0, min(x * 64, 511.999))
    let cell = Int(place)
    return table[cell] + (table[cell + 1] - table[cell]) * (place - Double(cell))
  }

  /// The index of the beta law with these shapes; a new one is tabulated.
  mutating func beta(_ law: BetaLaw) throws(NumericalFailure) -> Int {
    let shapes = [law.alpha.value, law.beta.value]
    if let known = betaShapes[shapes] { return known }
    betas.append(try Beta(a: shapes[0], b: shapes[1]))
    betaShapes[shapes] = betas.count - 1
    return betas.count - 1
  }
}
