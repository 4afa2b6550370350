import Glibc

extension ProcessTable {
    /// Something of a process group still runs, or may do so for all that can be seen.
    static func isRunning(inGroup group: pid_t) -> Bool {
        // Without a process there is no group, which is all that most commands leave.
        guard kill(-group, 0) == 0 || errno == EPERM else { return false }
        guard let names = try? ProcFile.names(in: "/proc") else { return true }
        return names.compactMap { Int($0) }.contains { id in
            guard let line = try? ProcFile.bytes("/proc/\(id)/stat"),
                let close = line.lastIndex(of: UInt8(ascii: ")"))
            else { return false }
            // The state, the parent and the group (proc(5)); one that ended has nothing to say.
            let words = line[(close + 1)...].split(separator: 32)
            return words.count > 2 && !["Z", "X", "x"].contains { words[0].elementsEqual($0.utf8) }
                && words[2].elementsEqual("\(group)".utf8)
        }
    }
}
