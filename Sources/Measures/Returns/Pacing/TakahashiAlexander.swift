// SPDX-License-Identifier: GPL-3.0-or-later

/// The pacing law of Takahashi and Alexander: a fund's calls, distributions and value from six numbers.
///
/// In year `t = 1 … L`, with the commitment `CC` and `PIC(t−1)` what was paid in before:
/// `C(t) = RC(t) · (CC − PIC(t−1))`, `RD(t) = max(Y, (t/L)^B)`, `D(t) = RD(t) · NAV(t−1)(1+G)`,
/// `NAV(t) = NAV(t−1)(1+G) + C(t) − D(t)`. The value rolls forward at `G`, so the internal rate of the flows with `NAV(L)` is
/// exactly `G`. A call of the last year is not distributed: `NAV(L) = C(L)`, unless `lastCallYear` stops calls before.
/// Source: Takahashi and Alexander, *Journal of Portfolio Management* 28(2), 2002. Recycling is not modelled.
public struct TakahashiAlexander: Hashable, Sendable {
  /// `RC`: the share of the undrawn commitment called in year 1, 2, …; the last repeats. Each in 0...1.
  public let contributionRates: [Double]
  /// `L`: years, at least 1.
  public let life: Int
  /// `B`: above 0; the larger, the later distributions come.
  public let bow: Double
  /// `G`: growth of the value per year, net, above −1.
  public let growth: Double
  /// `Y`: the least rate of distribution, in 0...1.
  public let yield: Double
  /// Years after this one call nothing; without it calls go on to the end.
  public let lastCallYear: Int?

  /// The law with its parameters; values outside their ranges are a mistake of the caller.
  public init(
    contributionRates: [Double], life: Int, bow: Double, growth: Double, yield: Double = 0, lastCallYear: Int? = nil
  ) {
    precondition(!contributionRates.isEmpty && contributionRates.allSatisfy { (0...1).contains($0) })
    precondition(life >= 1 && bow > 0 && growth > -1 && (0...1).contains(yield))
    self.contributionRates = contributionRates
    self.life = life
    self.bow = bow
    self.growth = growth
    self.yield = yield
    self.lastCallYear = lastCallYear
  }

  /// The yearly schedule.
  ///
  /// - Parameter commitment: `CC`, in any unit of money, not negative.
  /// - Returns: One period per year, `life` of them; the contributions never exceed `commitment`.
  /// - Complexity: O(`life`).
  public func schedule(commitment: Double) -> [PacingPeriod] {
    schedule(commitment: commitment, split: 1) { $0 }
  }

  /// The quarterly schedule: every yearly rate `r` of calls or distributions becomes `1 − (1−r)^(1/4)`, and the value grows
  /// by `(1+G)^(1/4)` a quarter.
  ///
  /// A year's calls are those of the yearly schedule. Distributions come earlier, as a quarter's calls can be paid out in
  /// the next one; in the last year, whose rate is 1, each quarter pays out all that it finds.
  ///
  /// - Parameter commitment: `CC`, in any unit of money, not negative.
  /// - Returns: Four periods per year; the contributions never exceed `commitment`.
  /// - Complexity: O(`life`).
  public func quarterlySchedule(commitment: Double) -> [PacingPeriod] {
    schedule(commitment: commitment, split: 4) { TakahashiAlexander.quarterlyRate($0) }
  }
}
