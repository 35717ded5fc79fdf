// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a run folder could not be written or read.
public enum ReportFailure: Error, Hashable, Sendable {
  /// What was tried with a file or folder.
  public enum Operation: String, Hashable, Sendable, CaseIterable {
    /// Creating it.
    case create
    /// Writing to it.
    case write
    /// Reading it.
    case read
    /// Giving it its final name.
    case rename
    /// Removing it.
    case remove
  }

  /// Something lies under the final name and may not be replaced.
  case exists(path: String)
  /// A file has the name that a folder is to have.
  case notAFolder(path: String)
  /// The folder that is to be replaced holds no manifest of this program, so it is not a run folder and is left alone.
  case notARunFolder(path: String)
  /// A folder that is to be read holds no run of this program.
  case holdsNoRun(path: String)
  /// A file in the folder that is to be replaced is not listed in its manifest, so the folder is left alone.
  case foreignFile(path: String)
  /// The path of an input leads out of the folder of copies, is taken, or occurs twice.
  case badInputPath(String)
  /// The operating system refused; `code` is its error number.
  case system(Operation, path: String, code: Int32)
  /// A file of a run folder does not say what it should; `place` is a byte offset or the name of what is missing.
  case malformed(path: String, place: String)
  /// The task was cancelled.
  case cancelled

  /// Whether the arguments are at fault, not the disk; what is read was named by them, so it must be there.
  public var isInvalidArgument: Bool {
    switch self {
    case .badInputPath, .malformed, .holdsNoRun, .system(.read, _, ENOENT), .system(.read, _, ENOTDIR): true
    case .exists, .notAFolder, .notARunFolder, .foreignFile, .system, .cancelled: false
    }
  }

  /// What went wrong and how to mend it.
  public var message: BilingualText {
    switch self {
    case .exists(let path):
      BilingualText(
        "\(path): exists and is not empty; choose another folder, or replace it with --force",
        "\(path)：已存在且非空；请换一个目录，或用 --force 替换")
    case .notAFolder(let path):
      BilingualText("\(path): is a file, not a folder; choose another name", "\(path)：是文件，不是文件夹；请换一个名称")
    case .holdsNoRun(let path):
      BilingualText("\(path): not a run folder of guidefund", "\(path)：不是 guidefund 的结果文件夹")
    case .notARunFolder(let path):
      BilingualText(
        "\(path): holds no manifest.json of guidefund, so it is not replaced; choose another folder or remove it by hand",
        "\(path)：其中没有 guidefund 的 manifest.json，不予替换；请换一个目录或手工删除")
    case .foreignFile(let path):
      BilingualText(
        "\(path): not listed in the folder's manifest.json, so the folder is not replaced; move the file elsewhere or "
          + "choose another folder",
        "\(path)：未列入该目录的 manifest.json，故不替换该目录；请移走此文件或换一个目录")
    case .badInputPath(let path):
      BilingualText(
        "\(path): cannot be copied to inputs/: the path is reserved, repeated or leads outside",
        "\(path)：无法复制到 inputs/：路径为保留名、重复或越出目录")
    case .system(let operation, let path, let code):
      ReportFailure.message(operation, path, reason: ReportFailure.reason(code))
    case .malformed(let path, let place):
      BilingualText("\(path): not as guidefund writes it (\(place))", "\(path)：格式与 guidefund 所写不符（\(place)）")
    case .cancelled: BilingualText("interrupted; nothing was written", "已中断；未写入任何内容")
    }
  }

  private static func message(_ operation: Operation, _ path: String, reason: BilingualText) -> BilingualText {
    let what =
      switch operation {
      case .create: BilingualText("cannot be created", "无法创建")
      case .write: BilingualText("cannot be written", "无法写入")
      case .read: BilingualText("cannot be read", "无法读取")
      case .rename: BilingualText("cannot be given its final name", "无法改为最终名称")
      case .remove: BilingualText("cannot be removed", "无法删除")
      }
    return BilingualText(
      "\(path): \(what.english): \(reason.english)", "\(path)：\(what.chinese)：\(reason.chinese)")
  }

  /// What the system says; the commonest reasons in Chinese too.
  private static func reason(_ code: Int32) -> BilingualText {
    let english = String(cString: strerror(code))
    let chinese =
      switch code {
      case ENOENT: "不存在"
      case ENOTDIR: "上级不是文件夹"
      case EISDIR: "是文件夹"
      case EACCES, EPERM: "没有权限"
      case EROFS: "只读"
      case ENOSPC, EDQUOT: "磁盘空间不足"
      case EPIPE: "读取方已关闭"
      default: english
      }
    return BilingualText(english, chinese)
  }
}
