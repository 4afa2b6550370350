import ChecklistDecoding
import Importing
import LocatedYAML

/// What a new version of an announcement does to a checklist that people edited.
struct ChecklistUpdate {
    let text: String
    /// What a later import holds against the checklist.
    let openBase: String
    let difference: String
    let conflicts: [DraftMerge.Conflict]
    let leftOut: [String]
    let mistakes: [Diagnostic]

    init(path: String, base: String, edited bytes: [UInt8], new: String) {
        guard let edited = String(validating: bytes, as: UTF8.self) else {
            (text, openBase, difference) = ("", base, "")
            (conflicts, leftOut) = ([], [])
            mistakes = Self.mistakes(of: bytes, at: path)
            return
        }
        let merge = DraftMerge(base: base, edited: edited, new: new)
        text = merge.text
        openBase = merge.openBase
        difference = LineDiff.unified(
            LineDiff.lines(of: edited), LineDiff.lines(of: merge.text), path: path)
        conflicts = merge.conflicts
        leftOut = merge.leftOut
        mistakes = Self.mistakes(of: Array(merge.text.utf8), at: path)
    }

    /// Whether the checklist says already all that the announcement says.
    var isNothing: Bool {
        difference.isEmpty && conflicts.isEmpty && leftOut.isEmpty && mistakes.isEmpty
    }

    /// What is wrong with the checklist, such as a step whose phase is gone.
    private static func mistakes(of text: [UInt8], at path: String) -> [Diagnostic] {
        let outcome = try? ChecklistDecoder.read(text, of: .path(path), place: path)
        return (outcome?.diagnostics ?? []).filter { $0.severity == .error }
    }
}
