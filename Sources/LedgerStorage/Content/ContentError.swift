package import Files
package import Rollout

/// Why content beside a ledger could not be kept or read.
package struct ContentError: Error, Hashable, CustomStringConvertible {
    /// The folder of the content.
    package let folder: String
    package let cause: Cause

    package enum Cause: Hashable, Sendable {
        /// It has more bytes than are kept.
        case tooLarge(limit: Int)
        /// It has no bytes, and shows nothing.
        case empty
        /// It has nothing but blanks, and shows nothing.
        case blank
        case missing(FileReference)
        /// Its size or digest is another one.
        case changed(FileReference)
        /// It should be a text.
        case notUTF8(FileReference)
        /// The system does not let it be written.
        case unwritable(FileFailure)
        /// The system does not let it be read.
        case unreadable(FileReference, FileFailure)
    }

    /// What is kept is not what was.
    package var isDamage: Bool {
        if case .changed = cause { true } else { false }
    }

    /// What is wrong and what to do, and that nothing was recorded where that was wanted.
    package var description: String {
        switch cause {
        case .tooLarge, .empty, .blank, .unwritable: return "\(complaint) Nothing was recorded."
        default: return complaint
        }
    }

    /// The same without what became of the act.
    package var complaint: String {
        switch cause {
        case .tooLarge(let limit):
            return "The file has more than \(limit) bytes (\(limit >> 20) MiB), the most that is "
                + "kept as evidence. Show a smaller file, such as one that holds its digest."
        case .empty: return "The file is empty and shows nothing."
        case .blank: return "The file has nothing but blanks and shows nothing."
        case .missing(let file):
            return
                "The content \(file.digest) is not in \(folder). Bring it back from a backup; the "
                + "ledger names it by its digest."
        case .changed(let file):
            return "The content \(file.digest) in \(folder) is damaged or was tampered with: it "
                + "does not have its size and digest. Bring it back from a backup."
        case .notUTF8(let file):
            return "The content \(file.digest) in \(folder) is not a text in UTF-8."
        case .unwritable(let failure):
            return "Nothing can be kept in \(folder): \(failure.reason)."
        case .unreadable(let file, let failure):
            return "The content \(file.digest) in \(folder) cannot be read: \(failure.reason)."
        }
    }
}
