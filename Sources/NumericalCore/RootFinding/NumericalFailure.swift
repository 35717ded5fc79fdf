// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// A numerical routine could not answer: a parameter outside its domain, or a failure that GSL reported.
public struct NumericalFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Words in both languages.
  public struct Wording: Hashable, Sendable {
    /// The words in English.
    public let english: String
    /// The words in Chinese.
    public let chinese: String

    /// Words in both languages.
    public init(_ english: String, _ chinese: String) {
      self.english = english
      self.chinese = chinese
    }

    /// Numbers and names, which are the same in both.
    public init(_ both: String) { self.init(both, both) }
  }

  /// The routine that failed, by its name here or in GSL.
  public let routine: String
  /// GSL's status code; 1 (domain) or 4 (invalid argument) for our own refusals.
  public let status: Int
  /// What went wrong: GSL's words for the status, or ours.
  public let message: Wording
  /// With which arguments, and what would be accepted.
  public let context: Wording
  /// The replicate in which it failed, where it was in one.
  public var replicate: Int?

  /// A failure described in our own words.
  ///
  /// - Parameters:
  ///   - routine: The routine that refuses.
  ///   - message: What is wrong.
  ///   - context: The arguments, and what would be accepted.
  public init(routine: String, message: Wording, context: Wording) {
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
  public init(routine: String, status: Int, context: Wording) {
    self.routine = routine
    self.status = status
    message = Wording(
      gsl_strerror(Int32(truncatingIfNeeded: status)).map { String(cString: $0) } ?? "unknown GSL status",
      GSLErrors.chinese(status))
    self.context = context
  }

  /// The same failure in a replicate.
  public func located(in replicate: Int) -> NumericalFailure {
    var failure = self
    failure.replicate = replicate
    return failure
  }

  /// One line in English for the person who reads the log.
  public var description: String {
    let place = replicate.map { "replicate \($0): " } ?? ""
    return "\(place)\(routine): \(message.english) (status \(status)). \(context.english)."
  }

  /// The same line in Chinese.
  public var chineseDescription: String {
    let place = replicate.map { "模拟序号 \($0)：" } ?? ""
    return "\(place)\(routine)：\(message.chinese)（状态 \(status)）。\(context.chinese)。"
  }
}
