import Files

/// The key that all statements of one act are signed with where none was named.
enum ChosenKey: Hashable, Sendable {
    /// A file that ssh-keygen signs with; it would ask the agent first, and wait for one that hangs.
    case file(String, asksAgent: Bool)
    /// A public key, in the form of `.pub` files, whose private half the agent has.
    case agent(String)

    /// The file that ssh-keygen signs with, which is made in a folder where there is none.
    func path(in folder: TemporaryFolder) throws(FileFailure) -> String {
        switch self {
        case .file(let path, _): return path
        case .agent(let line): return try folder.write(Array("\(line)\n".utf8), to: "key.pub")
        }
    }

    var asksAgent: Bool {
        if case .file(_, asksAgent: false) = self { false } else { true }
    }
}
