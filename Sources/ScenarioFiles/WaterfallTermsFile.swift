// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel

/// A file that holds nothing but the terms by which proceeds are divided, as a fund's section `waterfall` does.
public enum WaterfallTermsFile {
  /// Reads `guidefund: 1` and `waterfall: {…}`. Terms of a real fund have no defaults: every key must be written, except
  /// conventions that agreements leave open.
  public static func load(_ path: String) throws(ScenarioRejected) -> WaterfallClause {
    try ScenarioReading(defaults: .terms) { record in
      record.section("waterfall", "How proceeds are divided", "收益分配", WaterfallClause.read)
    }.load(path).result.model
  }
}
