import Files
import Glibc

/// The processes of this machine as /proc shows them.
enum ProcessTable {
    /// A process.
    struct Entry: Hashable, Sendable {
        let id: Int
        /// At most 15 bytes, and what the program chose.
        let name: String
        /// The file of the program's name in its first word; nil where it has no words.
        let program: String?
        /// One letter of proc(5): `Z` is a process that ended and was not taken note of.
        let state: Character
        let userID: UInt32

        var isRunning: Bool { state != "Z" && state != "X" && state != "x" }
    }

    /// The processes that this account may see.
    struct Listing: Hashable, Sendable {
        var entries: [Entry] = []
        /// Why there may be more, or other names, than were seen; nil where there are not.
        var unseen: String?
    }

    /// All processes, but for one that ends meanwhile; nil where /proc cannot be listed.
    static func all(_ deadline: Deadline) -> Listing? {
        guard let names = try? ProcFile.names(in: "/proc") else { return nil }
        var listing = Listing(unseen: hidesOthers ? "those of other users are hidden" : nil)
        for id in names.compactMap({ Int($0) }) {
            guard !deadline.isOver else { return nil }
            do throws(ProcFile.Failure) {
                listing.entries.append(try entry(id))
            } catch {
                if !error.isGone { listing.unseen = "process \(id): \(error.error.description)" }
            }
        }
        return listing.entries.isEmpty ? nil : listing
    }

    /// Whether processes of others are hidden from this account (`hidepid`).
    static var hidesOthers: Bool {
        guard geteuid() != 0 else { return false }
        // The first process belongs to root, and everybody sees it unless others are hidden.
        return access("/proc/1/stat", R_OK) != 0
    }

    private static func entry(_ id: Int) throws(ProcFile.Failure) -> Entry {
        let line = try ProcFile.bytes("/proc/\(id)/stat")
        guard let open = line.firstIndex(of: UInt8(ascii: "(")),
            // The name may hold any sign, a bracket too.
            let close = line.lastIndex(of: UInt8(ascii: ")")), open < close,
            close + 2 < line.count
        else { throw ProcFile.Failure(error: SystemError(EBADMSG)) }
        var status = stat()
        guard stat("/proc/\(id)", &status) == 0 else {
            throw ProcFile.Failure(error: SystemError())
        }
        let words = try ProcFile.bytes("/proc/\(id)/cmdline", limit: 8 << 20)
        let first = words.prefix { $0 != 0 }
        let program = first.split(separator: UInt8(ascii: "/")).last
        var state = Character(Unicode.Scalar(line[close + 2]))
        // Its first thread may have ended before the others.
        if state == "Z",
            try ProcFile.names(in: "/proc/\(id)/task").contains(where: { task in
                Int(task).map { $0 != id } ?? false
            })
        {
            state = "S"
        }
        return Entry(
            id: id, name: String(decoding: line[(open + 1)..<close], as: UTF8.self),
            program: first.isEmpty ? nil : program.map { String(decoding: $0, as: UTF8.self) },
            state: state, userID: status.st_uid)
    }
}
