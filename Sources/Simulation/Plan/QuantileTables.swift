// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities

/// The tabulated inverse distribution functions of a scenario, one a shape; built once, shared by all replicates.
struct QuantileTables: Sendable {
  private(set) var gammas: [Gamma] = []
  private(set) var betas: [Beta] = []
  private var gammaShapes: [Double: Int] = [:]
  private var betaShapes: [[Double]: Int] = [:]

  /// The index of the gamma law with this shape and mean 1; a new one is tabulated.
  mutating func gamma(shape: Double) throws(NumericalFailure) -> Int {
    if let known = gammaShapes[shape] { return known }
    gammas.append(try Gamma(shape: shape, mean: 1))
    gammaShapes[shape] = gammas.count - 1
    return gammas.count - 1
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
