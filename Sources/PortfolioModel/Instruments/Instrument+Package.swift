// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// What the law sees in an instrument: a support package, whose facts are those that are stated and those that the terms
/// tell.
extension Instrument {
  /// The package.
  public var package: SupportPackage {
    var package = facts
    package.name = name
    package.support = merged(facts.support, impliedSupport)
    package.backing = merged(facts.backing, impliedBacking)
    if contribution?.asset == .land { package.land = facts.land ?? LandDeal() }
    return package
  }

  /// Money given, lost or forgone is a reward from the budget; an asset worth more than it is counted for is cheap.
  private var impliedSupport: [SupportKind] {
    var kinds: [SupportKind] = []
    if grant != nil || rescue != nil || credit?.subsidy != nil { kinds.append(.fiscalReward) }
    switch contribution?.use {
    case .shares(let worth, _)? where worth.value > 1: kinds.append(.cheapLand)
    case .rentRelief?: kinds.append(.feeRelief)
    default: break
    }
    return kinds
  }

  /// A government must not guarantee, and a platform must not borrow for support.
  private var impliedBacking: [PackageBacking] {
    var kinds: [PackageBacking] = []
    if credit?.guarantee?.guarantor == .government { kinds.append(.guarantee) }
    if sourceOfFunds == .soeDebt { kinds.append(.platformBorrowing) }
    return kinds
  }

  /// What is stated with what the terms imply; what an instrument gives and how it is backed is known by its terms.
  private func merged<Word: Hashable>(_ stated: [Word]?, _ implied: [Word]) -> [Word] {
    let stated = stated ?? []
    return stated + implied.filter { !stated.contains($0) }
  }
}
