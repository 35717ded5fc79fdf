// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// A numerical routine could not answer: a parameter outside its domain, or a failure that GSL reported.
public struct NumericalFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The routine that failed, by its name here or in GSL.
  public let routine: String
  /// GSL's status code; 1 (domain) or 4 (invalid argument) for our own refusals.
  public let status: Int
  /// What went wrong: GSL's words for the status, or ours.
  public let message: String
  /// With which arguments, and what would be accepted.
  public let context: String

  /// A failure described in our own words.
  ///
  /// - Parameters:
  ///   - routine: The routine that refuses.
  ///   - message: What is wrong.
  ///   - context: The arguments, and what would be accepted.
  public init(routine: String, message: String, context: String) {
    self.routine = routine
    status = Int(GSL_EDOM)
    self.message = message
    self.context = context
  }

  /// A failure that GSL reported; the message is that of `gsl_strerror`.
  ///
  /// - Parameters:
  ///   - routine: The name of the GSL routine.
  ///   - status: Its status, not `GSL_SUCCESS`.
  ///   - context: The arguments.
  public init(routine: String, status: Int, context: String) {
    self.routine = routine
    self.status = status
    message = gsl_strerror(Int32(truncatingIfNeeded: status)).map { String(cString: $0) } ?? "unknown GSL status"
    self.context = context
  }

  /// One line for the person who reads the log.
  public var description: String { "\(routine): \(message) (status \(status)). \(context)." }
}
