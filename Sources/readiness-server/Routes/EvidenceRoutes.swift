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
            guard let digest = digest(context), let bytes = try files.bytes(digest) else {
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
            let reader = context.reader ?? ""
            if !files.has(digest) {
                do throws(EvidenceQuota.Refusal) {
                    try desk.quota.take(body.readableBytes, of: reader, at: DataFolder.now())
                } catch {
                    return refusal(error, desk.quota)
                }
            }
            guard try files.keep(Array(body.readableBytesView), as: digest) else {
                return Reply.problem(
                    "content", "The bytes do not have that digest.", .unprocessableContent)
            }
            return Reply.text("kept\n", status: .created)
        }
    }

    private static func refusal(
        _ refusal: EvidenceQuota.Refusal, _ quota: EvidenceQuota
    ) -> Response {
        switch refusal {
        case .day(let wait):
            return Reply.wait(
                "quota",
                "This token may bring \(quota.perDay >> 20) MiB of evidence in a day, and brought it.",
                .tooManyRequests, for: wait)
        case .whole:
            return Reply.problem(
                "room",
                "The server keeps \(quota.whole >> 20) MiB of evidence, and has no room for more. "
                    + "Tell who runs it: --evidence-limit.",
                HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"))
        }
    }

    private static func digest(_ context: ServerContext) -> ContentDigest? {
        context.parameters.get("digest").flatMap { ContentDigest("sha256:\($0)") }
    }
}
