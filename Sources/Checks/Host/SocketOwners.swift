/// Finds the processes that hold a socket.
enum SocketOwners {
    /// Who holds some sockets.
    struct Answer: Hashable, Sendable {
        /// The names of the processes, sorted, each once.
        let names: [String]
        /// Each socket has a holder that was found, and no process may be another one.
        let isComplete: Bool
    }

    /// Looks through the descriptors of all processes; those of other users need the rights of root.
    static func of(_ sockets: [ListeningSocket], _ deadline: Deadline) -> Answer {
        let wanted = Dictionary(sockets.map { ("socket:[\($0.inode)]", $0) }) { first, _ in first }
        var found: Set<String> = []
        var names: Set<String> = []
        guard let processes = ProcessTable.all(deadline) else {
            return Answer(names: [], isComplete: false)
        }
        var isComplete = processes.unseen == nil
        for process in processes.entries where process.isRunning {
            let folder = "/proc/\(process.id)/fd"
            do throws(ProcFile.Failure) {
                for name in try ProcFile.names(in: folder) where Int(name) != nil {
                    guard !deadline.isOver else { return Answer(names: [], isComplete: false) }
                    let target: String
                    do throws(ProcFile.Failure) {
                        target = try ProcFile.target(of: "\(folder)/\(name)")
                    } catch {
                        if !error.isGone { isComplete = false }
                        continue
                    }
                    guard wanted[target] != nil else { continue }
                    found.insert(target)
                    names.insert(process.name)
                }
            } catch {
                // A descriptor of another user's process may be the same socket.
                if !error.isGone { isComplete = false }
            }
        }
        return Answer(
            names: names.sorted(), isComplete: isComplete && found.count == wanted.count)
    }
}
