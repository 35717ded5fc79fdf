// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

extension DesignOutcome {
  /// What the mean of a metric is taken of, a term a replicate; NaN for a replicate that does not count.
  ///
  /// That is the metric's column, cut at the cap where no finite mean exists. For a ratio of means it is the linearised
  /// ratio, whose mean is the ratio of the means and whose standard error is the one of the delta method; a replicate in
  /// which the denominator is zero counts there too. Terms of designs that shared their random numbers may be subtracted
  /// replicate by replicate.
  /// - Complexity: O(replicates).
  public func termsOfMean(entity: Int, metric position: Int) -> [Double] {
    let metric = wants.headline[position]
    let column = column(entity: entity, metric: position)
    if let ratio = metric.ratio, let x = wants.column(ratio.numerator), let y = wants.column(ratio.denominator) {
      return linearised(self.column(entity: entity, metric: x), self.column(entity: entity, metric: y))
    }
    return metric.meanCap.map { cap in column.map { min($0, cap) } } ?? column
  }

  /// `R + (x − R y)/ȳ`, where `R` is the ratio of the means: what the delta method puts in the place of `x/y`.
  private func linearised(_ numerators: [Double], _ denominators: [Double]) -> [Double] {
    var moments = PairedMoments()
    for (x, y) in zip(numerators, denominators) where !x.isNaN && !y.isNaN { moments.add(x, y) }
    let ratio = RatioEstimate(moments).value
    return zip(numerators, denominators).map { x, y in ratio + (x - ratio * y) / moments.second.mean }
  }
}
