// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// What the law sees in an instrument: a support package, with the facts that are stated, and what its terms show besides.
extension Instrument {
  /// The package.
  public var package: SupportPackage {
    var package = facts
    package.name = name
    if contribution?.asset == .land { package.land = facts.land ?? LandDeal() }
    return package
  }

  /// Money given, lost or forgone is a reward from the budget; an asset worth more than it is counted for is cheap.
  var impliedSupport: [SupportKind] {
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
  var impliedBacking: [PackageBacking] {
    var kinds: [PackageBacking] = []
    if credit?.guarantee?.guarantor == .government { kinds.append(.guarantee) }
    if sourceOfFunds == .soeDebt { kinds.append(.platformBorrowing) }
    return kinds
  }
}
