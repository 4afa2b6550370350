/// Why the ledger of a server could not be read or added to.
package enum ServerFailure: Error, Hashable, Sendable {
    /// The text is no address of a server; the reason is a clause.
    case address(String, reason: String)
    /// Nobody said yet which key signs for the log of the server.
    case unpinned(address: String)
    /// The file that says whose copy a ledger is cannot be used.
    case unreadable(path: String, reason: String)
    /// A file that waits to be sent holds no statements; a clause.
    case notStatements(path: String, reason: String)
    /// An answer is not what it should be; a clause.
    case answer(address: String, reason: String)
    /// The server has fewer entries than it signed before.
    case shrunk(address: String, known: Int, size: Int)
    /// The entries that are known do not begin those that the server signed now.
    case forked(address: String, size: Int)
    /// The server does not take a statement: for good, or as things are. What is refused for good is
    /// put aside, if it was kept.
    case refused(address: String, words: String, isFinal: Bool = true, aside: String? = nil)
    /// Statements could not be sent, and are kept: they count for nothing yet.
    case kept(address: String, path: String, reason: String)
    /// The server says that it recorded entries, and then did not show them; what was sent is kept.
    case unseen(address: String, entries: [Int], reason: String)
    /// A server takes only what somebody signed.
    case unsigned(address: String)
    /// Another key is pinned for the log of the server.
    case otherKey(address: String, pinned: String)
    /// The ledger is no server's, where one is wanted.
    case notAServer(path: String)
    /// A folder has a ledger of its own, and names a server as well.
    case twoLedgers(folder: String)
}
