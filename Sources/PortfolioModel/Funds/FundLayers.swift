// SPDX-License-Identifier: GPL-3.0-or-later

/// How many layers of funds stand between the governments and the companies, along the longest chain that a fund is
/// part of.
public struct FundLayers: Hashable, Sendable {
  /// Layers that the scenario models: 1 for a direct fund, 2 with sub-funds. A co-investment is no layer.
  public let modelled: Int
  /// Whether the chain ends with companies of the model; a pacing law may stand for further funds.
  public let isComplete: Bool

  /// The layers through a fund of a tree without circles.
  public init(of id: String, among funds: [Identified<Fund>]) {
    func above(_ id: String) -> Int {
      let investors = funds.first { $0.id == id }?.value.investors ?? []
      return 1 + (investors.compactMap(\.value.fund).map(above).max() ?? 0)
    }
    func held(by id: String) -> [Identified<Fund>] {
      funds.filter { fund in fund.value.investors.contains { $0.value.fund == id } }
    }
    func below(_ id: String) -> Int { 1 + (held(by: id).map { below($0.id) }.max() ?? 0) }
    func endsWithCompanies(_ id: String) -> Bool {
      if case .pacing = funds.first(where: { $0.id == id })?.value.portfolio { return false }
      return held(by: id).allSatisfy { endsWithCompanies($0.id) }
    }
    modelled = above(id) + below(id) - 1
    isComplete = endsWithCompanies(id)
  }
}
