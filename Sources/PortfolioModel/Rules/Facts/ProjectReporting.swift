// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How figures about projects are reported.
public struct ProjectReporting: Hashable, Sendable {
  /// Whether samples of projects in place, started and signed are checked.
  public var sampled: Bool?

  /// Projects that were signed again or are shells.
  public var unfounded: Sourced<Int>?

  /// Takes every field; what is left out is not known.
  public init(sampled: Bool? = nil, unfounded: Sourced<Int>? = nil) {
    self.sampled = sampled
    self.unfounded = unfounded
  }
}
