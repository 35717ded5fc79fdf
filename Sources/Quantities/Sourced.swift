// SPDX-License-Identifier: GPL-3.0-or-later

/// A number of a scenario with where it comes from.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The number itself, at its base value.
  public var value: Value
  /// Its place in the register of parameters, which also addresses its draws; -1 for a number outside the register.
  public var parameter: Int

  /// A number and its place in the register.
  public init(_ value: Value, parameter: Int = -1) {
    self.value = value
    self.parameter = parameter
  }
}

/// What the register of assumptions says of one number.
public struct Parameter: Hashable, Sendable {
  /// The keys from the top of the scenario, joined by dots.
  public var path: String
  /// The value as it was written.
  public var text: String
  /// The unit that the value is stated in; empty for pure numbers and words.
  public var unit: String
  /// The key of the source, empty where none is given.
  public var source: String
  /// How well it is supported; none for a decision of the scenario's author.
  public var grade: Grade?
  /// Whether it was taken from the shipped defaults.
  public var isDefault: Bool
  /// What it is, in English.
  public var labelEnglish: String
  /// What it is, in Chinese.
  public var labelChinese: String
  /// The range that it is drawn from when it is uncertain.
  public var uncertainty: Uncertainty?

  /// A row of the register.
  public init(
    path: String, text: String, unit: String, source: String, grade: Grade?, isDefault: Bool,
    labelEnglish: String, labelChinese: String, uncertainty: Uncertainty?
  ) {
    self.path = path
    self.text = text
    self.unit = unit
    self.source = source
    self.grade = grade
    self.isDefault = isDefault
    self.labelEnglish = labelEnglish
    self.labelChinese = labelChinese
    self.uncertainty = uncertainty
  }
}

/// The range of an uncertain number, in the same unit as its base value.
public struct Uncertainty: Hashable, Sendable {
  /// How the probability lies between the ends.
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    /// Equal density from low to high.
    case uniform
    /// Density rises to the base value and falls from it.
    case triangular
    /// Modified beta of project planning, peaked at the base value (Malcolm et al., 1959).
    case pert
    /// Low and high are the 5 % and 95 % quantiles of a normal law about their middle, cut off at twice that range.
    case normal
    /// Low and high are the 5 % and 95 % quantiles of a lognormal law, cut off likewise; both are positive.
    case lognormal
  }

  /// The lower end.
  public var low: Double
  /// The base value, which lies between the ends.
  public var base: Double
  /// The upper end.
  public var high: Double
  /// How the probability lies between them.
  public var shape: Shape

  /// A range about a base value.
  public init(low: Double, base: Double, high: Double, shape: Shape) {
    self.low = low
    self.base = base
    self.high = high
    self.shape = shape
  }
}
