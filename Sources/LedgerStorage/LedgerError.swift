package import Rollout

/// Why a ledger could not be read or added to.
package enum LedgerError: Error, Hashable {
    /// The file at the path is something else than a ledger; the reason ends a sentence.
    case notALedger(path: String, reason: String)
    /// A newer version of the program wrote the ledger.
    case newerVersion(path: String, version: Int)
    /// The system does not let the ledger be read.
    case unreadable(path: String, reason: String)
    /// The system does not let the ledger be added to.
    case unwritable(path: String, reason: String)
    /// The ledger is of a kind that is only read.
    case readOnlyKind(path: String)
    /// What is stored is not what was recorded; the sequence is nil where no one record is at
    /// fault.
    case damaged(path: String, sequence: Int?, reason: String)
    /// The newest record is from a later time than this machine's clock shows.
    case clockDiffers(path: String, now: Instant, newest: Instant, sequence: Int)
    /// There is no room left for the records.
    case full(path: String)
    /// Another program kept the ledger locked for too long.
    case busy(path: String)
    /// A draft cannot become a record; the reason is a whole sentence.
    case unusableDraft(reason: String)
    /// The digits cannot name the digest of a checklist text.
    case unusablePrefix(String)
    /// Several checklist texts have a digest that begins with the digits.
    case ambiguousPrefix(String, matches: [ContentDigest])
    /// SQLite failed in a way that has no name of its own here.
    case failed(path: String, reason: String)
}

extension LedgerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notALedger(let path, let reason):
            return "\(path) is not a ledger: \(reason). Name another file as the ledger, or move "
                + "this one away; it was not changed."
        case .newerVersion(let path, let version):
            return
                "The ledger \(path) has version \(version) of its form, which is newer than this "
                + "program knows. Install the newest readiness; the ledger was not changed."
        case .unreadable(let path, let reason):
            return "The ledger \(path) cannot be read: \(reason)."
        case .unwritable(let path, let reason):
            return "Nothing can be recorded in the ledger \(path): \(reason). Nothing was recorded."
        case .readOnlyKind(let path):
            return "Nothing can be recorded in \(path): a ledger in a text file is only read. "
                + "Name an SQLite ledger (a path that does not end in .jsonl). Nothing was recorded."
        case .damaged(let path, let sequence, let reason):
            let place = sequence.map { "At record \($0)" } ?? "As a whole"
            return "The ledger \(path) is damaged or was tampered with. \(place): \(reason). "
                + "Restore it from a backup or an export, and find out what changed it."
        case .clockDiffers(let path, let now, let newest, let sequence):
            return "The clock of this machine shows \(now.rfc3339), but record \(sequence) of the "
                + "ledger \(path) was made at \(newest.rfc3339), "
                + "\(newest.since(now).language) later: one of the two clocks is wrong. Set this "
                + "machine's clock if it is behind. If the machine that made record \(sequence) was "
                + "ahead, this ledger takes records again from \(newest.rfc3339) on; start another "
                + "ledger with --ledger if that is too late. Nothing was recorded."
        case .full(let path):
            return "The disk or quota that holds the ledger \(path) is full. Free some space and "
                + "try again. Nothing was recorded."
        case .busy(let path):
            return
                "Another program keeps the ledger \(path) locked. Wait until it is done, or stop "
                + "it, and try again. Nothing was recorded."
        case .unusableDraft(let reason):
            return "This cannot be recorded: \(reason) Nothing was recorded."
        case .unusablePrefix(let prefix):
            return "“\(prefix)” does not name a checklist text: give 8 to 64 hexadecimal digits in "
                + "lower case, with or without sha256: before them."
        case .ambiguousPrefix(let prefix, let matches):
            return "“\(prefix)” fits more than one checklist text: "
                + matches.map(\.description).joined(separator: ", ") + ". Give more digits."
        case .failed(let path, let reason):
            return "The ledger \(path) failed: \(reason)."
        }
    }
}
