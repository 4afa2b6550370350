import Glibc

/// Finds the processes that hold a socket.
enum SocketOwners {
    /// Who holds some sockets.
    struct Answer: Hashable, Sendable {
        /// The names of the processes, sorted, each once.
        let names: [String]
        /// Each socket has a holder that was found.
        let isComplete: Bool
    }

    /// Looks through the descriptors of all processes; those of other users need the rights of root.
    static func of(_ sockets: [ListeningSocket], _ deadline: Deadline) -> Answer {
        let wanted = Dictionary(sockets.map { ("socket:[\($0.inode)]", $0) }) { first, _ in first }
        var found: Set<String> = []
        var names: Set<String> = []
        for process in ProcessTable.all(deadline) ?? [] where process.isRunning {
            let folder = "/proc/\(process.id)/fd"
            guard let descriptors = opendir(folder) else { continue }
            defer { closedir(descriptors) }
            while let entry = readdir(descriptors) {
                guard !deadline.isOver else { return Answer(names: [], isComplete: false) }
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard let target = link("\(folder)/\(name)"), wanted[target] != nil else {
                    continue
                }
                found.insert(target)
                names.insert(process.name)
            }
        }
        return Answer(names: names.sorted(), isComplete: found.count == wanted.count)
    }

    private static func link(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 128)
        let count = readlink(path, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
