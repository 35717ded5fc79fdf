// SPDX-License-Identifier: GPL-3.0-or-later

internal import NumericalCore

extension TakahashiAlexander {
  /// `1 − (1−r)^(1/4)`: the rate of a quarter whose four repetitions make the yearly rate `r`, in 0...1.
  public static func quarterlyRate(_ yearly: Double) -> Double {
    yearly >= 1 ? 1 : -Elementary.expm1(Elementary.log1p(-yearly) / 4)
  }

  /// `RC(t)` for year 1, 2, …
  public func contributionRate(year: Int) -> Double {
    if let lastCallYear, year > lastCallYear { return 0 }
    return contributionRates[min(year, contributionRates.count) - 1]
  }

  /// `RD(t) = max(Y, (t/L)^B)` for year 1, 2, …; 1 in the last year.
  public func distributionRate(year: Int) -> Double {
    year >= life ? 1 : max(yield, Elementary.pow(Double(year) / Double(life), bow))
  }

  func schedule(commitment: Double, split: Int, rate: (Double) -> Double) -> [PacingPeriod] {
    precondition(commitment >= 0)
    let factor = split == 1 ? 1 + growth : Elementary.exp(Elementary.log1p(growth) / Double(split))
    var undrawn = commitment
    var value = 0.0
    var periods: [PacingPeriod] = []
    periods.reserveCapacity(life * split)
    for year in 1...life {
      let calling = rate(contributionRate(year: year))
      let paying = rate(distributionRate(year: year))
      for _ in 0..<split {
        let contribution = calling * undrawn
        let distribution = paying * (value * factor)
        undrawn -= contribution
        value = value * factor - distribution + contribution
        periods.append(
          PacingPeriod(contribution: contribution, distribution: distribution, netAssetValue: value))
      }
    }
    return periods
  }
}
