// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// Root finding inside a bracket by Brent's method.
///
/// Source: Brent, *Algorithms for Minimization without Derivatives*, 1973, chapter 4, as GSL's
/// `gsl_root_fsolver_brent`. The method uses only basic arithmetic, so it is as reproducible as the function.
public enum Brent {
  /// A number at which a continuous function is zero.
  ///
  /// - Parameters:
  ///   - interval: Where to look; the function has opposite signs, or a zero, at its ends.
  ///   - tolerance: Largest width of the bracket at the end, absolute plus the same relative to the root.
  ///   - maximumIterations: After which the search is given up.
  ///   - f: The function; it must be finite in the interval.
  /// - Returns: The root.
  /// - Throws: `NumericalFailure` if the ends have equal signs, a value is not finite or the iterations run out.
  /// - Complexity: Typically 5 to 10 evaluations for a smooth function.
  public static func root(
    in interval: ClosedRange<Double>, tolerance: Double = 1e-12, maximumIterations: Int = 100,
    _ f: (Double) -> Double
  ) throws(NumericalFailure) -> Double {
    GSLErrors.silence
    let outcome = withoutActuallyEscaping(f) { escaping -> Result<Double, NumericalFailure> in
      var context = Context(function: escaping)
      return withUnsafeMutablePointer(to: &context) { pointer in
        var function = gsl_function(
          function: { x, context in
            context.map { $0.assumingMemoryBound(to: Context.self).pointee.function(x) } ?? .nan
          }, params: UnsafeMutableRawPointer(pointer))
        return Result { () throws(NumericalFailure) in
          let solver = try BrentSolver(interval)
          return try solver.solve(&function, tolerance: tolerance, maximumIterations: maximumIterations)
        }
      }
    }
    return try outcome.get()
  }

  /// What the C function pointer gets to find the closure.
  private struct Context {
    let function: (Double) -> Double
  }
}
