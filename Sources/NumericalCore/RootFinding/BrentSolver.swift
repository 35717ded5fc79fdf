// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// Sole owner of one `gsl_root_fsolver`; a copy would free it twice.
struct BrentSolver: ~Copyable {
  private let solver: UnsafeMutablePointer<gsl_root_fsolver>
  private let interval: ClosedRange<Double>

  /// A solver that has no function yet.
  init(_ interval: ClosedRange<Double>) throws(NumericalFailure) {
    guard let solver = gsl_root_fsolver_alloc(cgsl_root_brent()) else {
      throw NumericalFailure(
        routine: "gsl_root_fsolver_alloc", status: Int(GSL_ENOMEM),
        context: .init("interval \(interval)", "区间 \(interval)"))
    }
    self.solver = solver
    self.interval = interval
  }

  deinit { gsl_root_fsolver_free(solver) }

  /// Narrows the bracket of a function to the tolerance.
  func solve(
    _ function: UnsafeMutablePointer<gsl_function>, tolerance: Double, maximumIterations: Int
  ) throws(NumericalFailure) -> Double {
    try GSLErrors.check(
      gsl_root_fsolver_set(solver, function, interval.lowerBound, interval.upperBound), "gsl_root_fsolver_set",
      "no change of sign in \(interval)")
    for _ in 0..<maximumIterations {
      try GSLErrors.check(gsl_root_fsolver_iterate(solver), "gsl_root_fsolver_iterate", "in \(interval)")
      let status = gsl_root_test_interval(
        gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver), tolerance, tolerance)
      if status == Int32(GSL_SUCCESS) { return gsl_root_fsolver_root(solver) }
      if status != Int32(GSL_CONTINUE) {
        try GSLErrors.check(status, "gsl_root_test_interval", "tolerance \(tolerance) in \(interval)")
      }
    }
    throw NumericalFailure(
      routine: "Brent.root", status: Int(GSL_EMAXITER),
      context: .init("\(maximumIterations) iterations in \(interval)", "在 \(interval) 内迭代 \(maximumIterations) 次"))
  }
}
