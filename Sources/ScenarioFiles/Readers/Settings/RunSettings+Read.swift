// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension RunSettings {
  /// Reads what a run needs besides the design.
  static func read(_ record: RecordReader) -> RunSettings {
    let correlations = record.list(
      "correlations", "Uncertain numbers that are drawn jointly", "联合抽取的参数", ParameterCorrelation.read)
    record.require(
      ParameterCorrelation.isPositiveDefinite(correlations), at: "correlations",
      "the correlations contradict each other (their matrix is not positive definite)", "相关系数互相矛盾（矩阵非正定）")
    return RunSettings(
      seed: record.required("seed", .unsigned(), "Key of all random numbers", "随机数种子"),
      replicates: record.count("replicates", in: 1...1_000_000_000, "How many times the design is simulated", "模拟次数")
        .value,
      uncertainty: record.required(
        "uncertainty", .onOff(), "Whether assumptions are drawn from their ranges", "是否抽取不确定参数"),
      correlations: correlations)
  }
}

extension ParameterCorrelation {
  /// Reads the correlation of two parameters, which are named by their paths.
  static func read(_ record: RecordReader) -> ParameterCorrelation {
    let first = record.required("first", .parameterPath(), "One parameter", "参数一")
    let second = record.required("second", .parameterPath(), "Another parameter", "参数二")
    record.require(
      first != second || first < 0, at: "second", involving: ["first"], "the same parameter twice", "两个参数相同")
    return ParameterCorrelation(
      first: first, second: second,
      correlation: record.required(
        "correlation", .number(in: .strictlyBetween(-1, 1), uncertain: false), "Correlation of their normal scores",
        "正态得分的相关系数"
      ).value)
  }

  static func isPositiveDefinite(_ correlations: [ParameterCorrelation]) -> Bool {
    let parameters = Set(correlations.flatMap { [$0.first, $0.second] }).sorted()
    guard let lowest = parameters.first, lowest >= 0 else { return true }
    let places = Dictionary(uniqueKeysWithValues: parameters.enumerated().map { ($1, $0) })
    var matrix = CorrelationMatrix(size: parameters.count)
    for pair in correlations {
      guard let row = places[pair.first], let column = places[pair.second] else { continue }
      matrix.set(row, column, pair.correlation)
    }
    return matrix.isPositiveDefinite
  }
}
