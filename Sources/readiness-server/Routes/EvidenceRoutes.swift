import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Rollout

/// Files that statements name by their digest.
enum EvidenceRoutes {
    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        let files = ServeEvidence(desk.folder.location)
        router.get("/api/evidence/sha256/{digest}") { _, context in
            guard let digest = digest(context), let bytes = try await files.bytes(digest) else {
                throw Problem.missing
            }
            return Reply.download(bytes, type: "application/octet-stream")
        }
        router.put("/api/evidence/sha256/{digest}") { request, context in
            guard let digest = digest(context) else { throw Problem.missing }
            let body = try await RequestBody.bytes(
                of: request, type: "application/octet-stream", upTo: ServeEvidence.mostBytes)
            guard try await files.keep(body, as: digest) else {
                throw Problem(
                    "content", "The bytes do not have that digest.", .unprocessableContent)
            }
            return Reply.text("kept\n", status: .created)
        }
    }

    /// The digest that the path names; nil where it names none.
    static func digest(_ context: ServerContext) -> ContentDigest? {
        context.parameters.get("digest").flatMap { ContentDigest("sha256:\($0)") }
    }
}
