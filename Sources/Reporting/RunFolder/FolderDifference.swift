// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// One way in which a run folder is not what its inputs give.
public struct FolderDifference: Hashable, Sendable {
  /// What is different.
  public enum Finding: Hashable, Sendable {
    /// The run folder lacks the file.
    case missing
    /// The replay has no such file.
    case extra
    /// The contents differ, for the first time at this place.
    case content(FirstDifference)
    /// The manifest states another digest than the file has.
    case digest(stated: String, found: String)
    /// The manifest states another number of rows than the table has.
    case rows(stated: Int, found: Int)
  }

  /// The path below the run folder.
  public var path: String
  /// What is different.
  public var finding: Finding

  /// One difference.
  public init(path: String, finding: Finding) {
    self.path = path
    self.finding = finding
  }

  /// The difference in words.
  public var message: BilingualText {
    switch finding {
    case .missing: BilingualText("\(path): missing from the run folder", "\(path)：运行目录中缺少该文件")
    case .extra: BilingualText("\(path): not written by the replay", "\(path)：重放未产生该文件")
    case .content(let place): place.message(path)
    case .digest(let stated, let found):
      BilingualText(
        "\(path): the manifest states SHA-256 \(stated), the file has \(found)",
        "\(path)：清单记载的 SHA-256 为 \(stated)，文件实为 \(found)")
    case .rows(let stated, let found):
      BilingualText(
        "\(path): the manifest states \(stated) rows, the file has \(found)",
        "\(path)：清单记载 \(stated) 行，文件实为 \(found) 行")
    }
  }
}
