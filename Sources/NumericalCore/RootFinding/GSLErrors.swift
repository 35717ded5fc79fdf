// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// The handling of errors inside GSL, which by default aborts the program.
enum GSLErrors {
  /// Switches the aborting handler off, once for the process; every door to GSL evaluates it first.
  static let silence: Void = {
    _ = gsl_set_error_handler_off()
  }()

  /// Turns a status into an error.
  ///
  /// - Parameters:
  ///   - status: What the GSL routine returned.
  ///   - routine: Its name.
  ///   - context: The arguments, described only if needed.
  /// - Throws: `NumericalFailure` unless the status is `GSL_SUCCESS`.
  static func check(
    _ status: Int32, _ routine: String, _ context: @autoclosure () -> String
  ) throws(NumericalFailure) {
    guard status != Int32(GSL_SUCCESS) else { return }
    throw NumericalFailure(routine: routine, status: Int(status), context: context())
  }
}
