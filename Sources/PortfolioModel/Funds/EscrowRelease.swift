// SPDX-License-Identifier: GPL-3.0-or-later

/// When carried interest that is held back is paid out.
public enum EscrowRelease: String, Hashable, Sendable, CaseIterable {
  /// With each distribution, so far as nothing of it would have to be given back if all that is left were worthless.
  case wholeFund = "whole_fund"
  /// At the end of the fund.
  case end
}
