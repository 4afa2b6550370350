import Attestation
import Checks
import Files
package import LedgerStorage
import Rollout

/// What a log signed, from a place outside of the server's own data.
package struct NewestCheckpoint: Sendable {
    /// The place, for people: the path of a file, or the address of a server.
    package let place: String
    private let bytes: [UInt8]

    /// Reads a file, or asks a server that has the same log.
    package init(_ place: String, _ context: OperationContext) async throws {
        self.place = place
        guard place.hasPrefix("https://") || place.hasPrefix("http://") else {
            bytes = try NoteFile.require(place)
            return
        }
        let server: HTTPAddress
        let requests: ServerRequests
        do throws(ServerFailure) {
            server = try ServerCopy.server(place)
            requests = try ServerRequests(
                server, ServerCopy(of: server, in: context.stateFolder), context)
        } catch {
            throw OperationFailure.server(error)
        }
        bytes = try await requests.get("/checkpoint", mostBytes: SignedNote.mostBytes)
    }

    /// The checkpoint; throws where the log's key did not sign it.
    func checkpoint(of log: NoteKey) throws(OperationFailure) -> LogCheckpoint {
        do throws(NoteError) {
            return try LogCheckpoint(note: SignedNote(bytes), log: log)
        } catch {
            throw .log(.unreadable(path: place, error))
        }
    }

    /// Throws where a ledger does not begin with what its log signed by then.
    package func require(of location: LedgerLocation) async throws {
        let signed = try checkpoint(of: try LogFiles(location).requireLog())
        let guardian = ForkGuard(location)
        let place = place
        let ledger = location.ledger()
        try await ledger.hashes { try guardian.require(signed, at: place, in: $0) }
        try await ledger.close()
    }
}
