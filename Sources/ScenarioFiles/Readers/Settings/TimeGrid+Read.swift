// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension TimeGrid {
  /// Reads the start and the length of a run; the length is whole quarters.
  static func read(_ record: RecordReader) -> TimeGrid {
    let start = record.quarter("start", "First quarter", "起始季度")
    record.require(
      (1900...2199).contains(start.year), at: "start", "a run starts between 1900 and 2199", "起始年份须在 1900 至 2199 之间")
    let length = record.required(
      "length", .timeSpan(in: .between(0.25, 100), uncertain: false), "Length of the run", "模拟时长")
    let quarters = length.value.years * 4
    record.require(
      abs(quarters - quarters.rounded()) < 1e-6, at: "length", "the length is not whole quarters", "时长不是整数个季度")
    return TimeGrid(start: start, quarters: max(1, length.value.wholeQuarters))
  }

  /// Whether a day lies in the quarters of the run.
  func contains(_ date: CalendarDate) -> Bool {
    start.firstDay <= date && date <= lastDay(of: quarters - 1)
  }
}
