import Checks
import Files
import LedgerStorage
import Synchronization

/// The servers that a program talks to, so that each is asked once per command.
final class ServerLinks: Sendable {
    private let known = Mutex<[String: ServerLink]>([:])

    /// The server of an address that somebody gives for a ledger; nil where it is a path.
    func link(named text: String, _ context: OperationContext) -> ServerLink? {
        guard ServerCopy.isAddress(text) else { return nil }
        do throws(ServerFailure) {
            let server = try ServerCopy.server(text)
            return link(
                text, .success(server), ServerCopy(of: server, in: context.stateFolder), context)
        } catch {
            return link(text, .failure(error), ServerCopy(path: text), context)
        }
    }

    /// The server whose ledger the one at a path is a copy of; nil where it is a ledger of its own.
    func link(of path: String, _ context: OperationContext) -> ServerLink? {
        let copy = ServerCopy(path: path)
        do throws(ServerFailure) {
            guard let text = try copy.address() else { return nil }
            return link(text, .success(try ServerCopy.server(text)), copy, context)
        } catch {
            return link(path, .failure(error), copy, context)
        }
    }

    /// The server that the file `server` of a folder names; nil where there is none.
    ///
    /// Whoever put the file there only names a server: what it says counts where its key is pinned here.
    func link(in folder: String, _ context: OperationContext) -> ServerLink? {
        let path = "\(folder)/server"
        guard Folder.holdsSomething(at: path) else { return nil }
        let copy = ServerCopy(path: path)
        guard !Folder.holdsSomething(at: "\(folder)/ledger.sqlite") else {
            return link(path, .failure(.twoLedgers(folder: folder)), copy, context)
        }
        do throws(FileFailure) {
            let bytes = try RegularFile(path: path).bytes(limit: 8192)
            let text =
                String(decoding: bytes, as: UTF8.self)
                .split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
            return link(named: text, context)
                ?? link(path, .failure(.address(text, reason: "it is no URL")), copy, context)
        } catch {
            let failure = ServerFailure.unreadable(path: path, reason: error.reason)
            return link(path, .failure(failure), copy, context)
        }
    }

    private func link(
        _ text: String, _ server: Result<HTTPAddress, ServerFailure>, _ copy: ServerCopy,
        _ context: OperationContext
    ) -> ServerLink {
        known.withLock { known in
            if let link = known[copy.path] { return link }
            let link = ServerLink(text, server, copy, context)
            known[copy.path] = link
            return link
        }
    }
}
