// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The folder that a run leaves behind: tables, their description, the manifest, and copies of all that was read.
public enum RunFolder {
  /// The folder below it that holds the copies.
  static let inputs = "inputs"

  /// Checks whether a run folder can be written under a name, before any time is spent on the run: a folder to fill is
  /// created beside it and removed again.
  /// - Throws: `exists`, `notARunFolder` or `foreignFile` where something else lies there; what the disk refuses.
  public static func check(_ directory: String, force: Bool) throws(ReportFailure) {
    _ = try StagingFolder.create(for: directory, force: force)
  }

  /// Writes a run folder: everything into a hidden folder beside it, which takes the final name when it is complete.
  ///
  /// - Parameters:
  ///   - contents: What is written.
  ///   - directory: The final name. Folders that lead to it are created.
  ///   - force: Whether an older run folder is replaced.
  ///   - excel: Whether tables have a byte order mark and CRLF.
  ///   - announce: Tells the user, when all is written and before the folder takes its name.
  /// - Returns: What was written.
  /// - Throws: What the disk refused, or `announce`. Then nothing of the run remains and an older folder is as it was.
  @discardableResult
  public static func write(
    _ contents: RunContents, to directory: String, force: Bool, excel: Bool,
    announce: () throws(ReportFailure) -> Void = {}
  ) throws(ReportFailure) -> Manifest {
    try InputCopy.check(contents.inputs)
    var staging = try StagingFolder.create(for: directory, force: force)
    let manifest = try fill(staging.path, contents, excel: excel)
    try announce()
    try staging.place()
    return manifest
  }

  /// What was asked of the run in a folder, for running it again from its copies.
  /// - Throws: A file that is missing or says something else.
  public static func request(in directory: String) throws(ReportFailure) -> RunRequest {
    let path = "\(directory)/\(inputs)/\(RunRequest.file)"
    guard Disk.kind(of: "\(directory)/\(Manifest.file)") == .file || Disk.kind(of: path) == .file else {
      throw .holdsNoRun(path: directory)
    }
    guard let request = RunRequest(try json(path)) else { throw .malformed(path: path, place: "run") }
    return request
  }

  /// How many replicates the run in a folder has, with those that a wish for precision added.
  /// - Throws: A manifest that is missing or says something else.
  public static func replicates(in directory: String) throws(ReportFailure) -> Int {
    let path = "\(directory)/\(Manifest.file)"
    guard let count = try json(path)["replicates"]?.integer(Int.self), count > 0 else {
      throw .malformed(path: path, place: "replicates")
    }
    return count
  }

  /// The path of a file among the copies in a folder, such as a scenario's own; of the folder of copies without one.
  public static func input(_ path: String = "", in directory: String) -> String {
    "\(directory)/\(inputs)" + (path.isEmpty ? "" : "/\(path)")
  }

  static func json(_ path: String) throws(ReportFailure) -> JSONValue {
    let bytes = try Disk.bytes(of: path)
    do throws(JSONParser.Failure) {
      return try JSONParser.value(bytes)
    } catch {
      throw .malformed(path: path, place: "byte \(error.offset)")
    }
  }

  private static func fill(
    _ folder: String, _ contents: RunContents, excel: Bool
  ) throws(ReportFailure) -> Manifest {
    var tables: [(TableDescription, FileRecord)] = []
    for table in contents.tables { tables.append((table.description, try write(table, to: folder, excel: excel))) }
    let package = try write(
      DataPackage.text(contents, tables: tables, excel: excel), to: DataPackage.file, in: folder)
    var request = contents.request
    request.excel = excel
    let copies = try copy(contents.inputs, request: request, to: folder)
    let manifest = Manifest(contents, request: request, inputs: copies, outputs: tables.map(\.1) + [package])
    _ = try write(manifest.text, to: Manifest.file, in: folder)
    return manifest
  }

  /// Writes one table into a folder.
  static func write(_ table: any Table, to folder: String, excel: Bool) throws(ReportFailure) -> FileRecord {
    var writer = try CSVWriter(table.description, in: folder, excel: excel)
    try table.writeRows(into: &writer)
    return try writer.close()
  }

  private static func copy(
    _ copies: [InputCopy], request: RunRequest, to folder: String
  ) throws(ReportFailure) -> [FileRecord] {
    let description = InputCopy(path: RunRequest.file, bytes: Array(request.json.document().utf8))
    var records: [FileRecord] = []
    for copy in (copies + [description]).sorted(by: { $0.path < $1.path }) {
      let path = "\(inputs)/\(copy.path)"
      let parent = path.split(separator: "/").dropLast().joined(separator: "/")
      _ = try Disk.createFolders("\(folder)/\(parent)")
      records.append(try write(copy.bytes, to: path, in: folder))
    }
    return records
  }

  private static func write(_ text: String, to path: String, in folder: String) throws(ReportFailure) -> FileRecord {
    try write(Array(text.utf8), to: path, in: folder)
  }

  private static func write(_ bytes: [UInt8], to path: String, in folder: String) throws(ReportFailure) -> FileRecord {
    let file = try OutputFile("\(folder)/\(path)")
    try file.append(bytes)
    var record = try file.close()
    record.path = path
    return record
  }
}
