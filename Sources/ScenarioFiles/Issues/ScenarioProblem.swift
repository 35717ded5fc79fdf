// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What is wrong, with the words of the file that a message quotes.
public enum ScenarioProblem: Hashable, Sendable {
  /// A file or folder is not there.
  case missingFile(path: String)
  /// A folder has no `scenario.yaml`.
  case notAScenario(path: String)
  /// It is a device, a pipe, or a folder where a file is wanted.
  case notRegular(path: String)
  /// The system refuses to read it.
  case unreadable(path: String, reason: String)
  /// It is larger than allowed.
  case tooLarge(path: String, limit: Int)
  /// It is not UTF-8.
  case invalidUTF8(byte: UInt8)
  /// It holds a character that YAML forbids.
  case controlCharacter(code: UInt32)
  /// It uses an anchor, an alias or a tag.
  case anchorOrTag(String)
  /// Values are nested too deeply.
  case nestedTooDeep(limit: Int)
  /// It holds more than one document.
  case severalDocuments
  /// It holds nothing.
  case emptyFile
  /// It is not YAML, for a reason in the words of the parser.
  case syntax(reason: String)
  /// A key stands twice in a mapping.
  case duplicateKey(String, first: SourcePosition)
  /// A key is not a word.
  case keyNotText
  /// A scenario extends itself; the files in turn.
  case extendsCycle(files: [String])
  /// A path is absolute.
  case absolutePath(String)
  /// A path leaves the folder that it must stay in.
  case pathOutside(String)
  /// The argument of `--set` is not `PATH=VALUE`.
  case malformedSetting(String)
  /// `--set` reaches into a single value, which it would replace with one part of a mapping.
  case settingInValue(String)
  /// `--set` reaches into a collection that a table holds.
  case settingInTable(path: String)
  /// `--set` names an entry that a collection does not have.
  case unknownEntry(String)
  /// A version of the format that this program does not read.
  case formatVersion(String)
  /// A key that the format does not have here.
  case unknownKey(String)
  /// A key without which the scenario is incomplete.
  case missingKey(String)
  /// Another kind of node than is wanted.
  case wrongType(found: FoundKind)
  /// A quantity that cannot be read.
  case quantity(UnitProblem, text: String)
  /// A number outside what is allowed.
  case outOfRange(text: String)
  /// A number that is allowed but unusual.
  case unusualValue(text: String)
  /// A word that is none of the choices.
  case unknownChoice(String)
  /// Not a day.
  case badDate(String)
  /// Not a quarter.
  case badQuarter(String)
  /// A time outside what the scenario covers.
  case offTheGrid(String)
  /// Not an id.
  case badIdentifier(String)
  /// An id that nothing has.
  case unknownReference(String)
  /// Shares sum to something else.
  case sharesSum(text: String)
  /// Too few or too many entries.
  case wrongCount(Int)
  /// A text is empty.
  case emptyText
  /// Only one end of a range is given.
  case rangeIncomplete
  /// The base value does not lie between low and high.
  case baseOutsideRange(base: String, low: String, high: String)
  /// The field cannot be uncertain.
  case notUncertain
  /// A source that is not listed.
  case unknownSource(String)
  /// A preset that does not exist.
  case unknownPreset(String)
  /// Fields that do not fit together.
  case inconsistent(BilingualText)
  /// Fields that fit together, but unusually.
  case advice(BilingualText)
  /// A row has more or fewer cells than the header.
  case raggedRow(cells: Int, columns: Int)
  /// Something else than commas stands between the cells of a table.
  case wrongSeparator(Unicode.Scalar)
  /// A column is not there.
  case missingColumn(String)
  /// A column name stands twice.
  case duplicateColumn(String)
  /// A quotation mark is missing or misplaced.
  case badQuoting
  /// An id, or a day where each stands once, stands twice in a table.
  case duplicateRow(String, first: SourcePosition)

  /// What a node is, where another kind is wanted.
  public enum FoundKind: Hashable, Sendable {
    /// A mapping of keys to values.
    case mapping
    /// A list.
    case list
    /// A single value.
    case value(String)
    /// Nothing.
    case nothing
  }
}
