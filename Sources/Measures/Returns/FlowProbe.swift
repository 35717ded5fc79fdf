// SPDX-License-Identifier: GPL-3.0-or-later

/// Flows discounted at one logarithmic rate `u = ln(1+r)`, as the search for roots sees them.
///
/// With `dₖ = e^(−u tₖ)`, `G = Σ fₖ dₖ` and `A = Σ |fₖ| dₖ`, the balance is `ρ = G/A`, from −1 to 1: it has the roots of
/// `G`, does not depend on the date discounted to, and changes no faster than the spread `σ` of the times under the
/// weights `|fₖ| dₖ` (`ρ′ = −cov(sign f, t)`, so `|d asin ρ/du| ≤ σ`): `σ` says how fine a grid must be.
struct FlowProbe {
  /// The logarithmic rate per unit of time.
  var logRate: Double
  /// `ρ`.
  var balance: Double
  /// `dρ/du`.
  var slope: Double
  /// `σ`, in units of time.
  var spread: Double
  /// No root lies farther from zero on this side, which Abel summation proves.
  ///
  /// For `u ≥ 0`: `G(u+δ) = Σ Cₖ (e^(−δtₖ) − e^(−δtₖ₊₁)) + Cₙ e^(−δtₙ)` with the partial sums `Cₖ` at `u`, so that partial
  /// sums of one sign give `G` that sign for every `δ > 0`; likewise from the last flow backwards for `u < 0`.
  /// Source: Norstrøm, *Journal of Financial and Quantitative Analysis* 7(3), 1972, moved from rate zero to `u`.
  var isClearBeyond: Bool
}
