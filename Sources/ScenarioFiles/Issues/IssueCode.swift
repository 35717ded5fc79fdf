// SPDX-License-Identifier: GPL-3.0-or-later

/// The kinds of issue. The raw values are stable: scripts may rely on them.
public enum IssueCode: String, Hashable, Sendable, CaseIterable {
  // MARK: Files

  /// A file or folder is not there.
  case missingFile = "missing_file"
  /// A folder has no `scenario.yaml`.
  case notAScenario = "not_a_scenario"
  /// It is a device, a pipe or the like.
  case notRegular = "not_a_regular_file"
  /// The system refuses to read it.
  case unreadable = "unreadable_file"
  /// It is larger than allowed; it was not read.
  case tooLarge = "file_too_large"
  /// It is not UTF-8.
  case invalidUTF8 = "invalid_utf8"
  /// It holds a character that YAML forbids.
  case controlCharacter = "control_character"
  /// It uses an anchor, an alias or a tag, which the format does not have.
  case anchorOrTag = "anchor_or_tag"
  /// Values are nested too deeply.
  case nestedTooDeep = "nested_too_deep"
  /// It holds more than one YAML document.
  case severalDocuments = "several_documents"
  /// It holds nothing.
  case emptyFile = "empty_file"
  /// It is not YAML.
  case syntax = "syntax"
  /// A key stands twice in a mapping.
  case duplicateKey = "duplicate_key"
  /// A key is not a word.
  case keyNotText = "key_not_text"

  // MARK: Variants and settings

  /// A scenario extends itself, perhaps through others.
  case extendsCycle = "extends_cycle"
  /// A path is absolute.
  case absolutePath = "absolute_path"
  /// A path leaves the folder that it must stay in.
  case pathOutside = "path_outside_folder"
  /// The argument of `--set` is not `PATH=VALUE`.
  case malformedSetting = "malformed_setting"
  /// `--set` reaches into a single value or into a table.
  case unreachableSetting = "unreachable_setting"
  /// `--set` names an entry that does not exist.
  case unknownEntry = "unknown_entry"
  /// `guidefund:` names a version of the format that this program does not read.
  case formatVersion = "format_version"

  // MARK: Fields

  /// A key that the format does not have.
  case unknownKey = "unknown_key"
  /// A key without which the scenario is incomplete.
  case missingKey = "missing_key"
  /// A list where a value is wanted, and the like.
  case wrongType = "wrong_type"
  /// A text where a number is wanted.
  case notANumber = "not_a_number"
  /// NaN, infinite, or beyond the range of numbers.
  case notFinite = "not_finite"
  /// A bare number where a unit is needed.
  case missingUnit = "missing_unit"
  /// A unit that is unknown or of another kind.
  case unknownUnit = "unknown_unit"
  /// An amount of money finer than one fen.
  case finerThanFen = "finer_than_fen"
  /// An amount in a currency for which the scenario has no exchange rate.
  case noExchangeRate = "no_exchange_rate"
  /// A number outside what is allowed.
  case outOfRange = "out_of_range"
  /// A fraction where a whole number is wanted.
  case notWhole = "not_whole"
  /// A number that is allowed but unusual.
  case unusualValue = "unusual_value"
  /// A word that is none of the choices.
  case unknownChoice = "unknown_choice"
  /// Not a day written as `2025-04-07`.
  case badDate = "bad_date"
  /// Not a quarter written as `2025-Q1`.
  case badQuarter = "bad_quarter"
  /// A day or quarter outside the time that the scenario covers.
  case offTheGrid = "off_the_grid"
  /// An id that is not `[a-z][a-z0-9_]*`.
  case badIdentifier = "bad_id"
  /// An id that nothing has.
  case unknownReference = "unknown_reference"
  /// Shares do not sum to what they must.
  case sharesSum = "shares_sum"
  /// A list or collection has too few or too many entries.
  case wrongCount = "wrong_count"
  /// A text is empty.
  case emptyText = "empty_text"
  /// Only one end of a range is given.
  case rangeIncomplete = "range_incomplete"
  /// The base value does not lie between low and high.
  case baseOutsideRange = "base_outside_range"
  /// The field cannot be uncertain.
  case notUncertain = "not_uncertain"
  /// A source that `sources:` does not list.
  case unknownSource = "unknown_source"
  /// A preset that does not exist.
  case unknownPreset = "unknown_preset"
  /// Fields that do not fit together.
  case inconsistent = "inconsistent"
  /// Fields that fit together, but unusually.
  case advice = "advice"

  // MARK: Tables

  /// A row has more or fewer cells than the header.
  case raggedRow = "ragged_row"
  /// Something else than commas stands between the cells.
  case wrongSeparator = "wrong_separator"
  /// A column is not there.
  case missingColumn = "missing_column"
  /// A column name stands twice in the header.
  case duplicateColumn = "duplicate_column"
  /// A quotation mark is missing or misplaced.
  case badQuoting = "bad_quoting"
  /// An id, or a day where each stands once, stands twice in a table.
  case duplicateRow = "duplicate_row"

  /// Whether a scenario is refused for it.
  public var severity: IssueSeverity {
    switch self {
    case .unusualValue, .advice: .warning
    default: .error
    }
  }
}
