import Files
import LedgerStorage
import Rollout

/// Statements that were signed and that their server is not known to have: they count for nothing.
///
/// They are kept before they are sent, so that whatever becomes of the sending loses none.
package struct Outbox: Sendable {
    private let copy: ServerCopy

    package init(_ copy: ServerCopy) { self.copy = copy }

    /// Keeps statements in a file of their own, and returns its path; those that are kept already are
    /// kept once.
    func keep(_ body: StatementsBody) throws(OperationFailure) -> String {
        let path = "\(copy.outbox)/\(ContentDigest(of: body.bytes).hex)"
        do throws(FileFailure) {
            try Folder.make(copy.outbox, permissions: 0o700)
            try WholeFile.write(body.bytes, to: path, permissions: 0o600)
            try WholeFile.synchronise(folder: copy.outbox)
        } catch {
            throw .file(.outbox, path: path, error)
        }
        return path
    }

    /// Reads a file of these back.
    func read(_ path: String) throws(OperationFailure) -> StatementsBody {
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try RegularFile(path: path).bytes(limit: StatementsBody.mostBytes)
        } catch {
            throw .file(.outbox, path: path, error)
        }
        do throws(StatementsBody.Mistake) {
            return try StatementsBody(bytes)
        } catch {
            throw .server(.notStatements(path: path, reason: error.reason))
        }
    }

    /// Removes what the server has.
    func remove(_ path: String) throws(OperationFailure) {
        do throws(FileFailure) {
            let folder = try OpenFolder(path: copy.outbox)
            folder.remove(name(of: path))
            try folder.synchronise()
        } catch {
            throw .file(.outbox, path: path, error)
        }
    }

    /// What a failure to send leaves of statements that are kept: what is refused for good waits no more.
    func outcome(
        of failure: OperationFailure, sending path: String, to address: String
    ) throws(OperationFailure) -> OperationFailure {
        guard case .server(.refused(let address, let words, true, _)) = failure else {
            return .server(.kept(address: address, path: path, reason: "\(failure)"))
        }
        return .server(.refused(address: address, words: words, aside: try putAside(path)))
    }

    private func putAside(_ path: String) throws(OperationFailure) -> String {
        let aside = "\(copy.refused)/\(name(of: path))"
        do throws(FileFailure) {
            try Folder.make(copy.refused, permissions: 0o700)
            try OpenFolder(path: copy.outbox).move(
                name(of: path), to: OpenFolder(path: copy.refused), as: name(of: path))
            try WholeFile.synchronise(folder: copy.outbox)
        } catch {
            throw .file(.outbox, path: aside, error)
        }
        return aside
    }

    private func name(of path: String) -> String {
        String(path.dropFirst(copy.outbox.utf8.count + 1))
    }

    /// What waits, in the order of its names.
    package func files() throws(OperationFailure) -> [String] { try files(in: copy.outbox) }

    /// What was refused for good.
    package func refused() throws(OperationFailure) -> [String] { try files(in: copy.refused) }

    private func files(in folder: String) throws(OperationFailure) -> [String] {
        guard Folder.holdsSomething(at: folder) else { return [] }
        do throws(FileFailure) {
            return try OpenFolder(path: folder).names(most: 100_000).sorted().map {
                "\(folder)/\($0)"
            }
        } catch {
            throw .file(.outbox, path: folder, error)
        }
    }
}
