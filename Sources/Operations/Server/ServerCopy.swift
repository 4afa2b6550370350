package import Checks
import Files
import LedgerStorage

/// Where the copy of a server's ledger lies, and what lies beside it.
package struct ServerCopy: Hashable, Sendable {
    /// The ledger itself.
    package let path: String

    package init(path: String) { self.path = path }

    /// The copy of the server of an address, in the folder that the account keeps its state in.
    package init(of server: HTTPAddress, in stateFolder: String) {
        let letters = server.place.utf8.map { byte -> UInt8 in
            let isPlain =
                (48...57).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 46
            return isPlain ? byte : 95
        }
        let name = String(decoding: letters, as: UTF8.self)
        path = "\(stateFolder)/readiness/servers/\(name)/ledger.sqlite"
    }

    /// The file with the address of the server: what makes a ledger a copy.
    var addressFile: String { "\(path).server" }
    /// The file with the token that reading takes; others may not read it.
    var tokenFile: String { "\(path).token" }
    /// The folder of statements that the server is not known to have.
    var outbox: String { "\(path).outbox" }
    /// The folder of statements that the server refused for good.
    var refused: String { "\(path).refused" }

    /// A copy never counts as a ledger of its own: what cannot be read is not passed over.
    func address() throws(ServerFailure) -> String? {
        guard Folder.holdsSomething(at: addressFile) else { return nil }
        do throws(FileFailure) {
            let bytes = try RegularFile(path: addressFile).bytes(limit: 8192)
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw .unreadable(path: addressFile, reason: error.reason)
        }
    }

    /// Reads an address of https, or of http on loopback, without a path.
    package static func server(_ text: String) throws(ServerFailure) -> HTTPAddress {
        do throws(ServiceAddress.Mistake) {
            let address = try ServiceAddress.read(text)
            guard address.target == "/" else { throw .notABase }
            return address
        } catch {
            let reason =
                switch error {
                case .unreadable: "it is no URL of https"
                case .insecure: "only 127.0.0.1 and [::1] may be spoken to without TLS"
                case .notABase: "it has a path or a query"
                }
            throw .address(text, reason: reason)
        }
    }

    /// Whether somebody means a server where a path could stand.
    package static func isAddress(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return start.hasPrefix("https:/") || start.hasPrefix("http:/")
    }
}
