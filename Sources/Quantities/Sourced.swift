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
  /// The numbers that its field allows, in base units; none for words, dates and the like.
  public var allowed: Interval?

  /// A row of the register.
  public init(
    path: String, text: String, unit: String, source: String, grade: Grade?, isDefault: Bool,
    labelEnglish: String, labelChinese: String, uncertainty: Uncertainty?, allowed: Interval? = nil
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
    self.allowed = allowed
  }
}
