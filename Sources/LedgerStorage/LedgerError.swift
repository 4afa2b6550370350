package import Rollout

/// Why a ledger could not be read or added to.
package struct LedgerError: Error, Hashable {
    package let location: LedgerLocation
    package let cause: Cause

    package init(_ location: LedgerLocation, _ cause: Cause) {
        self.location = location
        self.cause = cause
    }

    package enum Cause: Hashable, Sendable {
        /// The file is something else than a ledger; the reason ends a sentence.
        case notALedger(reason: String)
        /// The file is a copy of the ledger of a server, which alone says what is in it today.
        case copyOfServer
        /// A server is named for the file, and it is a ledger of its own.
        case noCopy
        /// A newer version of the program wrote the ledger.
        case newerVersion(Int)
        /// A version that was never released wrote the ledger.
        case unreleasedVersion(Int)
        /// There is no ledger at the path that was named, and none was to be started.
        case absent
        /// A ledger that was not named, or the folder that it lies in, belongs to another user.
        case foreignOwner(path: String, owner: UInt32)
        /// The system does not let the ledger be read.
        case unreadable(reason: String)
        /// The system does not let the ledger be added to.
        case unwritable(reason: String)
        /// The ledger is of a kind that is only read.
        case readOnlyFormat
        /// What is stored is not what was recorded.
        case damaged(LedgerDamage)
        /// A file beside the ledger is not there or not as it was.
        case content(ContentError)
        /// The newest entry is from a later time than this machine's clock shows.
        case clockDiffers(now: Instant, newest: Instant, sequence: Int)
        /// There are fewer entries than were asked for.
        case fewerEntries(wanted: Int, size: Int)
        /// There is no room left.
        case full
        /// Another program kept the ledger locked for too long.
        case busy
        /// A draft cannot become an entry; a clause without a full stop.
        case unusableDraft(reason: String)
        /// The digits cannot name the digest of a checklist text.
        case unusablePrefix(String)
        /// Several checklist texts have a digest that begins with the digits.
        case ambiguousPrefix(String, matches: [ContentDigest])
        /// SQLite failed in a way that has no name of its own here.
        case failed(reason: String)
    }

    static func damaged(
        _ location: LedgerLocation, _ sequence: Int?, _ reason: String
    ) -> LedgerError {
        LedgerError(location, .damaged(LedgerDamage(sequence: sequence, reason: reason)))
    }
}

extension LedgerError: CustomStringConvertible {
    /// What is wrong and what to do, and that nothing was recorded where that was wanted.
    package var description: String {
        switch cause {
        case .absent, .unwritable, .readOnlyFormat, .full, .busy, .unusableDraft:
            return "\(complaint) Nothing was recorded."
        case .clockDiffers: return "\(complaint) Nothing was recorded or judged."
        case .content(let error): return error.description
        default: return complaint
        }
    }

    /// The same without what became of the act, for whoever recorded several entries and knows how
    /// many of them are kept.
    package var complaint: String {
        switch cause {
        case .notALedger(let reason):
            return
                "\(location) is not a ledger: \(reason). Name another file as the ledger, or move "
                + "this one away; it was not changed."
        case .copyOfServer:
            return
                "\(location.path) is a copy of the ledger of a server, and says nothing of today by "
                + "itself. Name the server: --ledger https://…; the copy was not changed."
        case .noCopy:
            return
                "\(location.path) is a ledger of its own, and not the copy of a server's. Move it "
                + "away, and pin the server again: readiness init --server ADDRESS."
        case .newerVersion(let version):
            return "The ledger \(location) has version \(version) of its form, which is newer than "
                + "this program knows. Install the newest readiness; the ledger was not changed."
        case .unreleasedVersion(let version):
            return "The ledger \(location) has version \(version) of its form, which an unreleased "
                + "version of readiness wrote and no other reads. Move it away, and a new ledger "
                + "will be started; it was not changed."
        case .absent:
            return "There is no ledger at \(location). Name one that is there, or start it with "
                + "--create or `readiness init`."
        case .foreignOwner(let path, let owner):
            return
                "\(path) belongs to another user (uid \(owner)), who could have put a ledger there "
                + "for others to find. If it is the one you mean, name it with --ledger."
        case .unreadable(let reason):
            return "The ledger \(location) cannot be read: \(reason)."
        case .unwritable(let reason):
            return
                "Nothing can be recorded in the ledger \(location): \(reason)."
        case .readOnlyFormat:
            return "Nothing can be recorded in \(location): a ledger in a text file is only read. "
                + "Name an SQLite ledger (a path that does not end in .jsonl)."
        case .damaged(let damage):
            let place = damage.sequence.map { "At entry \($0)" } ?? "As a whole"
            return "The ledger \(location) is damaged or was tampered with. \(place): "
                + "\(damage.reason). Restore it from a backup or an export, and find out what "
                + "changed it."
        case .content(let error): return error.complaint
        case .clockDiffers(let now, let newest, let sequence):
            return
                "The clock of this machine shows \(now.toTheSecond), but entry \(sequence) of the "
                + "ledger \(location) was made at \(newest.toTheSecond), "
                + "\(newest.since(now).rounded) later: one of the two clocks is wrong. Set this "
                + "machine's clock if it is behind. If the machine that made entry \(sequence) was "
                + "ahead, the owner of its rollout says when it was made: readiness correct "
                + "CHECKLIST \(sequence) --time INSTANT --reason TEXT."
        case .fewerEntries(let wanted, let size):
            return
                "The ledger \(location) has \(TableExtent.count(size)), fewer than the \(wanted) that were "
                + "asked for. Name another ledger or a smaller number."
        case .full:
            return
                "The disk or quota that holds the ledger \(location) is full. Free some space and "
                + "try again."
        case .busy:
            return "Another program keeps the ledger \(location) locked. Wait until it is done, or "
                + "stop it, and try again."
        case .unusableDraft(let reason):
            return "This cannot be recorded: \(reason)."
        case .unusablePrefix(let prefix):
            return "“\(prefix)” does not name a checklist text: give 8 to 64 hexadecimal digits in "
                + "lower case, with or without sha256: before them."
        case .ambiguousPrefix(let prefix, let matches):
            return "“\(prefix)” fits more than one checklist text: "
                + matches.map(\.description).joined(separator: ", ") + ". Give more digits."
        case .failed(let reason): return "The ledger \(location) failed: \(reason)."
        }
    }
}

extension Instant {
    /// As a message tells it to people: without what is less than a second.
    fileprivate var toTheSecond: String {
        Instant(milliseconds: milliseconds - (milliseconds % 1000 + 1000) % 1000).rfc3339
    }
}
