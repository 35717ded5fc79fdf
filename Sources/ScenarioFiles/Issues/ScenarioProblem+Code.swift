// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension ScenarioProblem {
  /// The stable name of the kind of problem.
  public var code: IssueCode {
    switch self {
    case .missingFile: .missingFile
    case .notAScenario: .notAScenario
    case .notRegular: .notRegular
    case .unreadable: .unreadable
    case .tooLarge: .tooLarge
    case .invalidUTF8: .invalidUTF8
    case .controlCharacter: .controlCharacter
    case .anchorOrTag: .anchorOrTag
    case .nestedTooDeep: .nestedTooDeep
    case .severalDocuments: .severalDocuments
    case .emptyFile: .emptyFile
    case .syntax: .syntax
    case .duplicateKey: .duplicateKey
    case .keyNotText: .keyNotText
    case .extendsCycle: .extendsCycle
    case .absolutePath: .absolutePath
    case .pathOutside: .pathOutside
    case .malformedSetting: .malformedSetting
    case .settingInValue, .settingInTable: .unreachableSetting
    case .unknownEntry: .unknownEntry
    case .formatVersion: .formatVersion
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .wrongType: .wrongType
    case .quantity(let problem, _): problem.code
    case .outOfRange: .outOfRange
    case .unusualValue: .unusualValue
    case .unknownChoice: .unknownChoice
    case .badDate: .badDate
    case .badQuarter: .badQuarter
    case .offTheGrid: .offTheGrid
    case .badIdentifier: .badIdentifier
    case .unknownReference: .unknownReference
    case .sharesSum: .sharesSum
    case .wrongCount: .wrongCount
    case .emptyText: .emptyText
    case .rangeIncomplete: .rangeIncomplete
    case .baseOutsideRange: .baseOutsideRange
    case .notUncertain: .notUncertain
    case .unknownSource: .unknownSource
    case .unknownPreset: .unknownPreset
    case .inconsistent: .inconsistent
    case .advice: .advice
    case .raggedRow: .raggedRow
    case .wrongSeparator: .wrongSeparator
    case .missingColumn: .missingColumn
    case .duplicateColumn: .duplicateColumn
    case .badQuoting: .badQuoting
    case .duplicateRow: .duplicateRow
    }
  }
}

extension UnitProblem {
  /// The stable name of the kind of problem.
  var code: IssueCode {
    switch self {
    case .notANumber: .notANumber
    case .notFinite: .notFinite
    case .missingUnit: .missingUnit
    case .unknownUnit: .unknownUnit
    case .finerThanFen: .finerThanFen
    case .noExchangeRate: .noExchangeRate
    case .outOfRange: .outOfRange
    case .notWhole: .notWhole
    }
  }
}
