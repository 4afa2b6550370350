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

    /// All processes that this account may see; nil where /proc cannot be read.
    ///
    /// One that ends meanwhile is left out.
    static func all(_ deadline: Deadline) -> [Entry]? {
        guard let folder = opendir("/proc") else { return nil }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while let entry = readdir(folder) {
            guard !deadline.isOver else { return nil }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let id = Int(name), let process = Self.entry(id) { entries.append(process) }
        }
        return entries.isEmpty ? nil : entries
    }

    /// Whether processes of others are hidden from this account (`hidepid`).
    static var hidesOthers: Bool {
        guard geteuid() != 0 else { return false }
        // The first process belongs to root, and everybody sees it unless others are hidden.
        return access("/proc/1/stat", R_OK) != 0
    }

    private static func entry(_ id: Int) -> Entry? {
        guard let line = bytes("/proc/\(id)/stat"),
            let open = line.firstIndex(of: UInt8(ascii: "(")),
            // The name may hold any sign, a bracket too.
            let close = line.lastIndex(of: UInt8(ascii: ")")), open < close,
            close + 2 < line.count
        else { return nil }
        var status = stat()
        guard stat("/proc/\(id)", &status) == 0 else { return nil }
        let words = bytes("/proc/\(id)/cmdline") ?? []
        let first = words.prefix { $0 != 0 }
        let program = first.split(separator: UInt8(ascii: "/")).last
        return Entry(
            id: id, name: String(decoding: line[(open + 1)..<close], as: UTF8.self),
            program: first.isEmpty ? nil : program.map { String(decoding: $0, as: UTF8.self) },
            state: Character(Unicode.Scalar(line[close + 2])), userID: status.st_uid)
    }

    /// A small file of /proc, which has no size; nil where it cannot be read.
    static func bytes(_ path: String, limit: Int = 1 << 16) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while all.count < limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            all += buffer.prefix(count)
        }
        return all
    }
}
