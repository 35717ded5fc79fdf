// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A two-state Markov chain: while the window is shut, listings wait.
public struct ListingWindow: Hashable, Sendable {
  /// Probability that it is open in quarter 0.
  public var initiallyOpen: Sourced<Share>

  /// Probability a quarter that an open window shuts when the factor is neutral.
  public var shuts: Sourced<Share>

  /// Probability a quarter that a shut window opens when the factor is neutral.
  public var opens: Sourced<Share>

  /// Slope of the log-odds in the common factor: good times open, bad times shut.
  public var loading: Sourced<Double>

  /// Takes every field.
  public init(
    initiallyOpen: Sourced<Share>, shuts: Sourced<Share>, opens: Sourced<Share>, loading: Sourced<Double>
  ) {
    self.initiallyOpen = initiallyOpen
    self.shuts = shuts
    self.opens = opens
    self.loading = loading
  }
}
