// SPDX-License-Identifier: GPL-3.0-or-later

/// The words in which the YAML parser says why a text is not YAML.
enum SyntaxReason {
  /// The reason in Chinese; a phrase that has no translation stays as it is.
  static func chinese(_ reason: String) -> String {
    reason.split(separator: ": ").map { phrases[String($0)] ?? String($0) }.joined(separator: "：")
  }

  private static let phrases: [String: String] = [
    "block sequence entries are not allowed in this context": "此处不能出现列表项",
    "could not find expected ':'": "缺少冒号",
    "did not find expected ',' or ']'": "缺少逗号或 ]",
    "did not find expected ',' or '}'": "缺少逗号或 }",
    "did not find expected '-' indicator": "缺少 - 号",
    "did not find expected <document start>": "缺少文档开始标记",
    "did not find expected comment or line break": "此处应换行或写注释",
    "did not find expected key": "此处应为键",
    "did not find expected node content": "此处应有内容",
    "found a tab character that violates indentation": "缩进不能用制表符",
    "found a tab character where an indentation space is expected": "缩进应用空格而非制表符",
    "found an indentation indicator equal to 0": "缩进指示不能为 0",
    "found character that cannot start any token": "此字符不能作为开头",
    "found invalid Unicode character escape code": "Unicode 转义无效",
    "found unexpected ':'": "冒号位置不对",
    "found unexpected document indicator": "此处不能出现文档标记",
    "found unexpected end of stream": "内容意外结束",
    "found unknown escape character": "未知的转义字符",
    "mapping keys are not allowed in this context": "此处不能出现键",
    "mapping values are not allowed in this context": "此处不能出现键值",
    "while parsing a block collection": "读取列表时",
    "while parsing a block mapping": "读取键值映射时",
    "while parsing a flow mapping": "读取 {…} 时",
    "while parsing a flow sequence": "读取 […] 时",
    "while scanning a block scalar": "读取多行文字时",
    "while scanning a plain scalar": "读取文字时",
    "while scanning a quoted scalar": "读取引号文字时",
    "while scanning a simple key": "读取键时",
    "while scanning for the next token": "读取下一个符号时",
  ]
}
