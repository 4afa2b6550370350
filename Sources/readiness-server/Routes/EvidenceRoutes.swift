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
                return Reply.missing
            }
            var response = Reply.bytes(bytes, type: "application/octet-stream", isImmutable: true)
            response.headers[.contentDisposition] = "attachment"
            response.headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
            return response
        }
        router.put("/api/evidence/sha256/{digest}") { request, context in
            guard let digest = digest(context) else { return Reply.missing }
            let body = try await request.body.collect(upTo: ServeEvidence.mostBytes)
            guard try await files.keep(Array(body.readableBytesView), as: digest) else {
                return Reply.problem(
                    "content", "The bytes do not have that digest.", .unprocessableContent)
            }
            return Reply.text("kept\n", status: .created)
        }
    }

    private static func digest(_ context: ServerContext) -> ContentDigest? {
        context.parameters.get("digest").flatMap { ContentDigest("sha256:\($0)") }
    }
}
