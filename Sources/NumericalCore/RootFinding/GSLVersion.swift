// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// The version of the GNU Scientific Library that the program was compiled against.
public enum GSLVersion {
  /// Such as `2.7.1`.
  public static let text = GSL_VERSION
}
