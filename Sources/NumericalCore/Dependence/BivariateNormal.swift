// SPDX-License-Identifier: GPL-3.0-or-later

/// The distribution function of two correlated standard normal numbers.
public enum BivariateNormal {
  /// `Φ₂(h, k; ρ) = P(X ≤ h, Y ≤ k)`.
  ///
  /// Source: `∂Φ₂/∂ρ` is the bivariate density (Plackett, *Biometrika* 41, 1954), integrated from independence as in
  /// Drezner and Wesolowsky, *Journal of Statistical Computation and Simulation* 35 (1990).
  ///
  /// - Parameters:
  ///   - h: Bound of the first number.
  ///   - k: Bound of the second number.
  ///   - correlation: `ρ` in -1...1; anything else is a mistake of the caller.
  /// - Returns: The probability, absolute error below 1e-13, or 1e-9 where `1 − |ρ| < 1e-3` and `h ≠ k`.
  /// - Complexity: O(1), 320 exponentials.
  public static func cumulative(_ h: Double, _ k: Double, correlation: Double) -> Double {
    let product = Elementary.normalCumulative(h) * Elementary.normalCumulative(k)
    guard correlation >= 0 else {
      return max(0, Elementary.normalCumulative(h) - cumulative(h, -k, correlation: -correlation))
    }
    return product + excess(h, k, correlation: correlation)
  }

  /// `Φ₂(h, k; ρ) − Φ(h) Φ(k)` for `ρ ≥ 0`, without the cancellation.
  ///
  /// `∫₀^ρ exp(−(h² − 2hkr + k²)/(2(1−r²)))/(2π√(1−r²)) dr`; with `r = 1 − s²` the root disappears:
  /// `1/π ∫ exp(−…)/√(2 − s²) ds` from `√(1−ρ)` to 1. Gauss-Legendre rule with 5 points in 64 panels.
  ///
  /// - Parameters:
  ///   - h: Bound of the first number.
  ///   - k: Bound of the second number.
  ///   - correlation: `ρ` in 0...1; anything else is a mistake of the caller.
  /// - Returns: The excess over independence, never negative.
  /// - Complexity: O(1), 320 exponentials.
  public static func excess(_ h: Double, _ k: Double, correlation: Double) -> Double {
    precondition(correlation >= 0 && correlation <= 1, "a correlation lies in -1...1")
    guard h.magnitude < .infinity && k.magnitude < .infinity else { return 0 }
    let start = (1 - correlation).squareRoot()
    let panels = 64
    let half = 0.5 * (1 - start) / Double(panels)
    var sum = 0.0
    for panel in 0..<panels {
      let centre = start + half * Double(2 * panel + 1)
      sum += gaussLegendre(centre, half) { integrand($0, h, k) }
    }
    return sum * 0.31830988618379067154
  }

  /// The integrand in `s`; `h² − 2hkr + k² = (h − k)² + 2hk s²` and `1 − r² = s² (2 − s²)`.
  private static func integrand(_ s: Double, _ h: Double, _ k: Double) -> Double {
    let rest = 2 - s * s
    let gap = (h - k) / s
    return Elementary.exp(-(0.5 * gap * gap + h * k) / rest) / rest.squareRoot()
  }

  /// The five-point rule over `centre ± half`: nodes `⅓√(5 ∓ 2√(10/7))`, weights `128/225` and `(322 ± 13√70)/900`.
  private static func gaussLegendre(_ centre: Double, _ half: Double, _ f: (Double) -> Double) -> Double {
    let inner = 0.53846931010568309104 * half
    let outer = 0.90617984593866399280 * half
    let near = f(centre - inner) + f(centre + inner)
    let far = f(centre - outer) + f(centre + outer)
    return half
      * (128.0 / 225 * f(centre) + 0.47862867049936646804 * near + 0.23692688505618908751 * far)
  }
}
