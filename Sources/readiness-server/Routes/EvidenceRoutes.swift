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
            guard let content = ServeEvidence.Content(body, as: digest) else {
                throw Problem(
                    "content", "The bytes do not have that digest.", .unprocessableContent)
            }
            if try await files.has(digest) {
                try await files.keep(content)
            } else {
                try await keepNew(content, body.count, of: context.identity, files, desk)
            }
            return Reply.text("kept\n", status: .created)
        }
    }

    /// Keeps a file that was not there, where there is room for it.
    private static func keepNew(
        _ content: ServeEvidence.Content, _ size: Int, of reader: String, _ files: ServeEvidence,
        _ desk: Desk
    ) async throws {
        try await desk.quota.follow(desk.folder.location)
        do throws(EvidenceQuota.Refusal) {
            try desk.quota.take(size, of: reader, at: DataFolder.now())
        } catch {
            throw problem(error, desk.quota)
        }
        var isKept = false
        defer { desk.quota.settle(size, of: reader, isKept: isKept) }
        try await files.keep(content)
        isKept = true
    }

    private static func problem(
        _ refusal: EvidenceQuota.Refusal, _ quota: EvidenceQuota
    ) -> Problem {
        switch refusal {
        case .day(let wait):
            Problem(
                "quota",
                "This token may bring \(quota.perDay >> 20) MiB of evidence in a day, and brought it.",
                .tooManyRequests, wait: wait)
        case .whole:
            Problem(
                "room",
                "The server keeps \(quota.whole >> 20) MiB of evidence, and has no room for more. "
                    + "Tell who runs it: --evidence-limit.",
                HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"))
        }
    }

    /// The digest that the path names; nil where it names none.
    static func digest(_ context: ServerContext) -> ContentDigest? {
        context.parameters.get("digest").flatMap { ContentDigest("sha256:\($0)") }
    }
}
