// SPDX-License-Identifier: GPL-3.0-or-later

/// What a fund asks of its manager or of the companies it invests in.
public enum FundCondition: String, Hashable, Sendable, CaseIterable {
  /// The fund must be registered in the place.
  case fundRegistration = "fund_registration"
  /// The manager must be registered in the place.
  case managerRegistration = "manager_registration"
  /// A company must move to the place.
  case relocation
}
