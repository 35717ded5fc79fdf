// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

extension ScenarioProblem {
  /// What is wrong, with the offending words in brackets.
  public func message(_ language: Language) -> String { (fileMessage ?? fieldMessage)(language) }

  /// The message of a problem with files, variants and settings.
  private var fileMessage: BilingualText? {
    switch self {
    case .missingFile(let path): BilingualText("no such file (\(path))", "文件不存在（\(path)）")
    case .notAScenario(let path):
      BilingualText("folder without scenario.yaml (\(path))", "文件夹中没有 scenario.yaml（\(path)）")
    case .notRegular(let path): BilingualText("not a regular file (\(path))", "不是普通文件（\(path)）")
    case .unreadable(let path, let reason):
      BilingualText("cannot be read (\(path): \(reason))", "无法读取（\(path)：\(reason)）")
    case .tooLarge(let path, let limit):
      BilingualText("larger than \(limit) bytes (\(path))", "超过 \(limit) 字节（\(path)）")
    case .invalidUTF8(let byte):
      BilingualText(
        "not UTF-8 (byte 0x\(hex(byte))); save it as UTF-8, a table in Excel as CSV UTF-8",
        "不是 UTF-8 编码（字节 0x\(hex(byte))）；请另存为 UTF-8（Excel 表选“CSV UTF-8”）")
    case .controlCharacter(let code):
      BilingualText("character not allowed in YAML (U+\(hex(code)))", "YAML 不允许的字符（U+\(hex(code))）")
    case .anchorOrTag(let text):
      BilingualText(
        "anchors, aliases and tags are not part of the format (\(text))", "本格式不支持锚点、别名和标签（\(text)）")
    case .nestedTooDeep(let limit): BilingualText("nested deeper than \(limit)", "嵌套超过 \(limit) 层")
    case .severalDocuments: BilingualText("a second document in the file", "文件中有第二个 YAML 文档")
    case .emptyFile: BilingualText("the file is empty", "文件为空")
    case .syntax(let reason):
      BilingualText("not valid YAML (\(reason))", "YAML 语法错误（\(SyntaxReason.chinese(reason))）")
    case .duplicateKey(let key, let first):
      BilingualText("the key stands twice (\(key), first at \(first))", "键重复（\(key)，首次出现在 \(first)）")
    case .keyNotText: BilingualText("a key that is not a word", "键不是单词")
    case .extendsCycle(let files):
      BilingualText(
        "a scenario extends itself (\(files.joined(separator: " → ")))",
        "情景循环继承（\(files.joined(separator: " → "))）")
    case .absolutePath(let path): BilingualText("an absolute path (\(path))", "使用了绝对路径（\(path)）")
    case .pathOutside(let path): BilingualText("a path that leaves its folder (\(path))", "路径超出所在文件夹（\(path)）")
    case .malformedSetting(let text): BilingualText("a malformed setting (\(text))", "设置写法有误（\(text)）")
    case .settingInValue(let text):
      BilingualText("a setting inside a single value (\(text))", "设置指向单个数值的内部（\(text)）")
    case .settingInTable(let path):
      BilingualText("a setting inside a table (\(path))", "设置指向表格的内部（\(path)）")
    case .unknownEntry(let id): BilingualText("no such entry (\(id))", "没有这一条目（\(id)）")
    case .formatVersion(let text): BilingualText("unknown version of the format (\(text))", "未知的格式版本（\(text)）")
    case .raggedRow(let cells, let columns):
      BilingualText("a row of \(cells) cells under \(columns) columns", "该行有 \(cells) 个单元格，而表头有 \(columns) 列")
    case .wrongSeparator(let found):
      BilingualText(
        "cells stand apart by \(Lookalike.name(of: found).english), not by commas; save the table as CSV UTF-8 "
          + "(comma delimited)", "各列以\(Lookalike.name(of: found).chinese)分隔，应以半角逗号分隔；请另存为“CSV UTF-8（逗号分隔）”")
    case .missingColumn(let name): BilingualText("a column is missing (\(name))", "缺少列（\(name)）")
    case .duplicateColumn(let name): BilingualText("the column stands twice (\(name))", "列重复（\(name)）")
    case .badQuoting: BilingualText("a quotation mark is missing or misplaced", "引号缺失或位置不对")
    case .duplicateRow(let id, let first):
      BilingualText("the entry stands twice (\(id), first at \(first))", "条目重复（\(id)，首次出现在 \(first)）")
    default: nil
    }
  }

  /// The message of a problem with a field.
  private var fieldMessage: BilingualText {
    switch self {
    case .unknownKey(let key): BilingualText("unknown key (\(key))", "未知的键（\(key)）")
    case .missingKey(let key): BilingualText("missing key (\(key))", "缺少键（\(key)）")
    case .wrongType(let found): found.message
    case .quantity(let problem, let text): problem.message(text)
    case .outOfRange(let text): BilingualText("out of range (\(text))", "超出允许范围（\(text)）")
    case .unusualValue(let text): BilingualText("unusual value (\(text))", "数值不常见（\(text)）")
    case .unknownChoice(let text): BilingualText("unknown choice (\(text))", "未知的选项（\(text)）")
    case .badDate(let text): BilingualText("not a date (\(text))", "不是日期（\(text)）")
    case .badQuarter(let text): BilingualText("not a quarter (\(text))", "不是季度（\(text)）")
    case .offTheGrid(let text): BilingualText("outside the time of the scenario (\(text))", "超出情景的时间范围（\(text)）")
    case .badIdentifier(let text): BilingualText("not an id (\(text))", "标识不合规（\(text)）")
    case .unknownReference(let text): BilingualText("nothing has this id (\(text))", "没有此标识的条目（\(text)）")
    case .sharesSum(let text): BilingualText("the shares sum to \(text)", "各份额之和为 \(text)")
    case .wrongCount(let count): BilingualText("\(count) entries", "有 \(count) 项")
    case .emptyText: BilingualText("an empty text", "文字为空")
    case .rangeIncomplete: BilingualText("a range with one end only", "区间只给了一端")
    case .baseOutsideRange(let base, let low, let high):
      BilingualText("the value is not in its range (\(base), \(low) to \(high))", "取值不在区间内（\(base)，\(low) 至 \(high)）")
    case .notUncertain: BilingualText("this field cannot have a range", "此项不能给出区间")
    case .unknownSource(let text): BilingualText("unknown source (\(text))", "未知的来源（\(text)）")
    case .unknownPreset(let text): BilingualText("unknown preset (\(text))", "未知的预设（\(text)）")
    case .inconsistent(let text), .advice(let text): text
    default: BilingualText("", "")
    }
  }

  private func hex(_ number: some BinaryInteger) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 2 - digits.count)) + digits
  }
}

extension ScenarioProblem.FoundKind {
  fileprivate var message: BilingualText {
    switch self {
    case .mapping: BilingualText("a mapping of keys stands here", "此处是键值映射")
    case .list: BilingualText("a list stands here", "此处是列表")
    case .value(let text): BilingualText("a single value stands here (\(text))", "此处是单个值（\(text)）")
    case .nothing: BilingualText("nothing stands here", "此处为空")
    }
  }
}

extension UnitProblem {
  fileprivate func message(_ text: String) -> BilingualText {
    switch self {
    case .notANumber: BilingualText("not a number (\(text))", "不是数字（\(text)）")
    case .notFinite: BilingualText("not a finite number (\(text))", "不是有限的数（\(text)）")
    case .missingUnit: BilingualText("a number without unit (\(text))", "数字缺少单位（\(text)）")
    case .unknownUnit(let unit):
      BilingualText("the unit '\(unit)' does not fit here (\(text))", "单位“\(unit)”不适用（\(text)）")
    case .noExchangeRate(let currency):
      BilingualText("no exchange rate for \(currency.rawValue) (\(text))", "没有 \(currency.rawValue) 的汇率（\(text)）")
    case .finerThanFen: BilingualText("finer than one fen (\(text))", "精度超过一分（\(text)）")
    case .outOfRange: BilingualText("out of range (\(text))", "超出允许范围（\(text)）")
    case .notWhole: BilingualText("not a whole number (\(text))", "不是整数（\(text)）")
    }
  }
}
