import Attestation
import Hummingbird
import Operations

/// The log: its key, its checkpoint, and its tiles.
enum LogRoutes {
    /// The key is no secret, and who has none yet pins it.
    static func addPublic(to router: Router<ServerContext>, _ desk: Desk) {
        router.get("/log.vkey") { _, _ in Reply.text("\(try desk.log.key())\n") }
    }

    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        router.get("/checkpoint") { _, _ in
            guard let signed = try await desk.log.checkpoint() else { throw Problem.missing }
            return Reply.bytes(signed.note.bytes, type: "text/plain; charset=utf-8", .seconds)
        }
        router.get("/checkpoint.witnessed") { _, _ in
            guard let signed = try WitnessedCheckpoint(desk.folder.location).newest() else {
                throw Problem.missing
            }
            return Reply.bytes(signed.note.bytes, type: "text/plain; charset=utf-8", .seconds)
        }
        router.get("/tile/**") { request, _ in
            guard let tile = try await desk.log.tile(String(request.uri.path.dropFirst())) else {
                throw Problem.missing
            }
            return Reply.bytes(tile.bytes, type: "application/octet-stream", .immutable)
        }
    }
}
