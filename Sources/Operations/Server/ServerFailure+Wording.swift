import Reporting

extension ServerFailure: CustomStringConvertible {
    /// What is wrong and what to do about it, in whole sentences.
    package var description: String {
        switch self {
        case .address(let text, let reason):
            return
                "“\(text)” is not the address of a server: \(reason). Write https:// and the host "
                + "alone, such as https://ledger.example.com."
        case .unpinned(let address):
            return
                "Which key signs for the log of \(address) is not known here: nothing that it says "
                + "can be verified. Pin it once: readiness init --server \(address)."
        case .unreadable(let path, let reason):
            return
                "\(path) says whose copy the ledger beside it is, and cannot be used: \(reason). "
                + "Nothing was read or recorded."
        case .notStatements(let path, let reason):
            return "\(path) holds no statements that could be sent: \(reason)."
        case .answer(let address, let reason):
            return
                "The answer of \(address) is not what it should be: \(reason). Nothing of it was "
                + "believed."
        case .shrunk(let address, let known, let size):
            return
                "\(address) signed a log of \(Prose.count(size, "entry", "entries")), and showed \(known) before: entries "
                + "were taken back, or an old copy of the ledger was put in place. Nothing is judged "
                + "or recorded. Keep the copy on this machine, and tell who runs the server."
        case .forked(let address, let size):
            return "The first \(size) entries that \(address) signed now are not the ones that it "
                + "showed before: its ledger was changed. Nothing is judged or recorded. Keep the "
                + "copy on this machine, and tell who runs the server."
        case .refused(let address, let words, _, let aside):
            let kept = aside.map { " What was signed is kept in \($0), and is not sent again." }
            return
                "\(address) did not take the statement: \(words) Nothing was recorded.\(kept ?? "")"
        case .kept(let address, let path, let reason):
            return "\(reason) What was said is signed and kept in \(path), and counts for nothing "
                + "before \(address) has it: readiness outbox --send."
        case .unseen(let address, let entries, let reason):
            let numbers = entries.map(String.init).joined(separator: ", ")
            return
                "\(address) says that it recorded this as entry \(numbers), and could not be asked to "
                + "show it: \(reason) What was said is kept as well: readiness outbox --send settles it, and "
                + "records nothing twice."
        case .unsigned(let address):
            return
                "\(address) takes only what somebody signed: name your SSH key with --key, or have "
                + "it in ssh-agent. Nothing was recorded."
        case .otherKey(let address, let pinned):
            return
                "The log of \(address) is pinned to \(pinned), and this is another key: either the "
                + "server was set up anew, or it is another one. Ask who runs it. Nothing was changed."
        case .notAServer(let path):
            return "The ledger \(path) is this machine's own: nothing waits to be sent."
        case .twoLedgers(let folder):
            return
                "\(folder) has a ledger of its own, ledger.sqlite, and a server would be another "
                + "one. Move the ledger away, or remove the file server. Nothing was read or recorded."
        }
    }
}
