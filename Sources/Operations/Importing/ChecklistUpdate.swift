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
    let offeredComments: [String]
    /// What would be wrong with the checklist afterwards, or is wrong with it as it is.
    let mistakes: [Diagnostic]
    /// Whether people made of the checklist what cannot be read: then nothing was compared.
    let isUnreadable: Bool

    /// Whether the checklist says already all that the announcement says.
    var isNothing: Bool {
        difference.isEmpty && conflicts.isEmpty && offeredComments.isEmpty && mistakes.isEmpty
    }

    /// What is wrong with the checklist, such as a step whose phase is gone.
    private static func mistakes(of text: [UInt8], at path: String) -> [Diagnostic] {
        let outcome = try? ChecklistDecoder.read(text, of: .path(path), place: path)
        return (outcome?.diagnostics ?? []).filter { $0.severity == .error }
    }
}

extension ChecklistUpdate {
    /// Compares what people made of a draft with a new one.
    init(path: String, base: String, edited bytes: [UInt8], new: String) {
        let own = YAMLReader.reading(SourceText(path: path, bytes: bytes)).mistakes.filter {
            $0.severity == .error
        }
        guard own.isEmpty, let edited = String(validating: bytes, as: UTF8.self) else {
            self.init(unreadable: own.isEmpty ? Self.mistakes(of: bytes, at: path) : own, base)
            return
        }
        let merge = DraftMerge(base: base, edited: edited, new: new)
        let wrong = Self.mistakes(of: Array(merge.text.utf8), at: path)
        // What was wrong before is told of the file as it is, where its author finds it.
        let before = wrong.isEmpty ? [] : Self.mistakes(of: bytes, at: path)
        guard before.isEmpty else {
            self.init(unreadable: before, base)
            return
        }
        self.init(
            text: merge.text, openBase: merge.openBase,
            difference: LineDiff.unified(
                LineDiff.lines(of: edited), LineDiff.lines(of: merge.text), path: path),
            conflicts: merge.conflicts, offeredComments: merge.offeredComments, mistakes: wrong,
            isUnreadable: false)
    }

    private init(unreadable mistakes: [Diagnostic], _ base: String) {
        self.init(
            text: "", openBase: base, difference: "", conflicts: [], offeredComments: [],
            mistakes: mistakes, isUnreadable: true)
    }
}
