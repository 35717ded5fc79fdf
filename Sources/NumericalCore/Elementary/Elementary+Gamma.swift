// SPDX-License-Identifier: GPL-3.0-or-later

extension Elementary {
  /// The logarithm of the gamma function, `ln Γ(x)`.
  ///
  /// Near 1 and 2 the series in `ζ(k) − 1` (Abramowitz and Stegun 6.1.33), up to 10 the recurrence
  /// `Γ(x+1) = x Γ(x)`, above it Stirling's series (DLMF 5.11.1).
  ///
  /// - Parameter x: A number; zero gives infinity. Negative numbers are not needed here and give NaN.
  /// - Returns: `ln Γ(x)` with an error below `4e-15·max(1, |ln Γ(x)|)`, and zero at 1 and 2 exactly.
  /// - Complexity: O(1).
  public static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? .infinity : .nan }
    guard x < .infinity else { return x }
    if x >= 10 { return (x - 0.5) * log(x) - x + 0.91893853320467274178 + stirlingCorrection(x) }
    if x < 0.5 { return logGammaOfOnePlus(x) - log(x) }
    if x < 1.5 { return logGammaOfOnePlus(x - 1) }
    var product = 1.0
    var shifted = x
    while shifted >= 2.5 {
      shifted -= 1
      product *= shifted
    }
    let excess = shifted - 2
    return log(product) + (log1p(excess) + logGammaOfOnePlus(excess))
  }

  /// `ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π)` for `x ≥ 10`: `Σ B₂ₖ/(2k(2k−1) x²ᵏ⁻¹)`, `k ≤ 8`.
  static func stirlingCorrection(_ x: Double) -> Double {
    let inverse = 1 / x
    let z = inverse * inverse
    let far = 1.0 / 1188 - z * (691.0 / 360360 - z * (1.0 / 156 - z * (3617.0 / 122400)))
    let near = 1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * far)))
    return inverse * near
  }

  /// `ln Γ(1 + z) = (1 − γ) z − ln(1 + z) + Σ (−1)ᵏ (ζ(k) − 1) zᵏ/k`, `|z| ≤ ½`.
  static func logGammaOfOnePlus(_ z: Double) -> Double {
    let coefficients: InlineArray<27, Double> = [
      0.42278433509846713, 0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
      0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939,
      9.945751278180853e-05, -4.492623673813314e-05, 2.050721277567069e-05, -9.439488275268397e-06,
      4.374866789907488e-06, -2.039215753801366e-06, 9.55141213040742e-07, -4.492469198764566e-07,
      2.1207184805554665e-07, -1.0043224823968099e-07, 4.7698101693639804e-08, -2.2711094608943164e-08,
      1.0838659214896955e-08, -5.183475041970047e-09, 2.4836745438024785e-09, -1.1921401405860912e-09,
      5.731367241678862e-10, -2.7595228851242334e-10,
    ]
    var sum = 0.0
    for index in coefficients.indices.reversed() { sum = sum * z + coefficients[index] }
    return sum * z - log1p(z)
  }
}
