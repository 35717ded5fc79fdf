// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the word that was perhaps meant.
public enum Spelling {
  /// The candidate nearest to a word, if it is near enough: at most one edit in three letters or part of three, and
  /// three in all; or else the one that the word of three letters or more begins, or that begins the word.
  ///
  /// Ties go to the candidate that comes first in the alphabet, so that the answer does not depend on the order.
  public static func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
    let lowered = word.lowercased()
    let count = lowered.unicodeScalars.count
    let limit = min(3, (count + 2) / 3, count - 1)
    let others = candidates.filter { $0 != word }
    let scored = others.filter { abs($0.unicodeScalars.count - count) <= limit }
      .map { (distance($0.lowercased(), lowered), $0) }.filter { $0.0 <= limit }
    if let nearest = scored.min(by: { $0 < $1 }) { return nearest.1 }
    return others.filter { count > 2 && ($0.hasPrefix(word) || ($0.count > 2 && word.hasPrefix($0))) }.min()
  }

  /// The number of insertions, deletions, replacements and exchanges of neighbours that turn one word into another.
  ///
  /// Optimal string alignment, a restricted Damerau-Levenshtein distance (Damerau, 1964): no part is edited twice.
  /// - Complexity: O(n·m) in the lengths of the words, of which the first 64 scalars count.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars.prefix(64))
    let right = Array(right.unicodeScalars.prefix(64))
    var older = [Int](repeating: 0, count: right.count + 1)
    var old = Array(0...right.count)
    for i in left.indices {
      var new = [i + 1]
      for j in right.indices {
        let replaced = old[j] + (left[i] == right[j] ? 0 : 1)
        var best = min(replaced, old[j + 1] + 1, new[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, older[j - 1] + 1) }
        new.append(best)
      }
      older = old
      old = new
    }
    return old[right.count]
  }
}
