import Files
import LedgerStorage
import Rollout

/// Statements that were signed and could not be sent to their server: they count for nothing.
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
            folder.remove(String(path.dropFirst(copy.outbox.utf8.count + 1)))
            try folder.synchronise()
        } catch {
            throw .file(.outbox, path: path, error)
        }
    }

    /// What waits, in the order of its names.
    package func files() throws(OperationFailure) -> [String] {
        guard Folder.holdsSomething(at: copy.outbox) else { return [] }
        do throws(FileFailure) {
            return try OpenFolder(path: copy.outbox).names(most: 100_000).sorted().map {
                "\(copy.outbox)/\($0)"
            }
        } catch {
            throw .file(.outbox, path: copy.outbox, error)
        }
    }
}
