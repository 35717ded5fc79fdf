// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities

/// The uncertain numbers of a scenario: drawn once a replicate, each at the address of its path.
struct UncertainNumbers: Sendable {
  private struct Number: Sendable {
    var parameter: Int
    var entity: EntityAddress
    var law: UncertaintyQuantile
    /// What draws are cut to.
    var room: ClosedRange<Double>
  }

  private var numbers: [Number] = []
  /// Mixes the correlated ones, which come first in `numbers`.
  private var mixing: CorrelatedFactors?
  private var mixed = 0

  /// Whether there is nothing to draw.
  var isEmpty: Bool { numbers.isEmpty }

  /// No numbers.
  init() {}

  /// Takes the numbers of a register that have a range and are graded as assumptions.
  init(_ scenario: Scenario, register: [Parameter]) throws(NumericalFailure) {
    guard scenario.run.uncertainty else { return }
    let correlations = scenario.run.correlations
    let joint = Set(correlations.flatMap { [$0.first, $0.second] })
    let eligible = register.indices.filter { register[$0].isDrawn }
    let order = eligible.filter(joint.contains) + eligible.filter { !joint.contains($0) }
    for parameter in order {
      guard let range = register[parameter].uncertainty else { continue }
      numbers.append(
        Number(
          parameter: parameter,
          entity: EntityAddress.root.child(EntityKindCode.parameter, register[parameter].path),
          law: try UncertaintyQuantile(range), room: register[parameter].room))
    }
    mixed = order.filter(joint.contains).count
    if mixed > 0 { mixing = try factor(order.prefix(mixed).map(\.self), correlations) }
  }

  private func factor(_ order: [Int], _ given: [ParameterCorrelation]) throws(NumericalFailure) -> CorrelatedFactors {
    var matrix = order.indices.map { row in order.indices.map { $0 == row ? 1.0 : 0.0 } }
    for pair in given {
      guard let row = order.firstIndex(of: pair.first), let column = order.firstIndex(of: pair.second) else { continue }
      matrix[row][column] = pair.correlation
      matrix[column][row] = pair.correlation
    }
    return try CorrelatedFactors(correlation: matrix)
  }

  /// The values on one replicate.
  func values(_ random: RandomNumbers) -> ParameterValues {
    var values = ParameterValues()
    let uniforms = numbers.map { random.uniform($0.entity, .uncertainNumber, 0) }
    var scores = uniforms.prefix(mixed).map { NormalQuantile.shared($0) }
    mixing?.apply(to: &scores)
    for (position, number) in numbers.enumerated() {
      let uniform =
        position < mixed ? Uniform(nearest: Elementary.normalCumulative(scores[position])) : uniforms[position]
      values.drawn[number.parameter] = min(
        number.room.upperBound, max(number.room.lowerBound, number.law.quantile(uniform)))
    }
    return values
  }
}

/// The inverse distribution function of an uncertain number.
enum UncertaintyQuantile: Sendable {
  case point(Double)
  case uniform(UniformRange)
  case triangular(Triangular)
  case pert(Pert)
  /// Middle and scale of a normal law, of logarithms if `isLog`; scores are cut at ±`limit`.
  case normal(middle: Double, scale: Double, isLog: Bool)

  /// The 95 % quantile of the standard normal law.
  private static let ninetyFive = 1.6448536269514722

  init(_ range: Uncertainty) throws(NumericalFailure) {
    guard range.high > range.low else {
      self = .point(range.base)
      return
    }
    switch range.shape {
    case .uniform: self = .uniform(try UniformRange(lower: range.low, upper: range.high))
    case .triangular: self = .triangular(try Triangular(minimum: range.low, mode: range.base, maximum: range.high))
    case .pert: self = .pert(try Pert(minimum: range.low, mode: range.base, maximum: range.high))
    case .normal:
      self = .normal(
        middle: (range.low + range.high) / 2, scale: (range.high - range.low) / 2 / Self.ninetyFive, isLog: false)
    case .lognormal:
      let (low, high) = (Elementary.log(range.low), Elementary.log(range.high))
      self = .normal(middle: (low + high) / 2, scale: (high - low) / 2 / Self.ninetyFive, isLog: true)
    }
  }

  func quantile(_ uniform: Uniform) -> Double {
    switch self {
    case .point(let value): return value
    case .uniform(let law): return law.quantile(uniform)
    case .triangular(let law): return law.quantile(uniform)
    case .pert(let law): return law.quantile(uniform)
    case .normal(let middle, let scale, let isLog):
      let limit = 2 * Self.ninetyFive
      let score = min(limit, max(-limit, NormalQuantile.shared(uniform)))
      let value = middle + scale * score
      return isLog ? Elementary.exp(value) : value
    }
  }
}
