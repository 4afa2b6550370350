import HTTPTypes
import Hummingbird
import LedgerStorage
import Logging
import NIOCore
import Operations
import Rollout

/// Files that statements name by their digest.
enum EvidenceRoutes {
    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        let files = ServeEvidence(desk.folder.location)
        router.get("/api/evidence/sha256/{digest}") { _, context in
            guard let digest = digest(context) else { throw Problem.missing }
            do {
                guard let content = try await files.content(digest) else { throw Problem.missing }
                return Reply.download(content, type: "application/octet-stream")
            } catch OperationFailure.evidence(_, let error) where error.isDamage {
                throw damaged(digest, .notFound, desk)
            }
        }
        router.put("/api/evidence/sha256/{digest}") { request, context in
            guard let digest = digest(context) else { throw Problem.missing }
            do {
                try await bring(digest, request, of: context.identity, files, desk)
            } catch let refusal as EvidenceQuota.Refusal {
                throw problem(refusal, desk.quota)
            } catch is EvidenceUpload.Damaged {
                throw damaged(digest, .conflict, desk)
            } catch is EvidenceUpload.Removed {
                throw Problem(
                    "busy", "The file was removed while it came. Bring it again.",
                    .serviceUnavailable)
            }
            return Reply.text("kept\n", status: .created)
        }
    }

    /// Keeps a file piece by piece, as it comes.
    private static func bring(
        _ digest: ContentDigest, _ request: Request, of reader: String, _ files: ServeEvidence,
        _ desk: Desk
    ) async throws {
        let body = try LimitedBody(
            request, type: "application/octet-stream", upTo: ServeEvidence.mostBytes)
        let upload = try await files.upload(
            digest, announced: body.announced, of: reader, within: desk.quota, at: DataFolder.now())
        try await body.pieces(upload.add)
        guard upload.isWhole else {
            throw Problem("content", "The bytes do not have that digest.", .unprocessableContent)
        }
        try await upload.keep()
    }

    /// What is kept under a digest and does not have it is not handed out, and whoever runs the server is
    /// told.
    private static func damaged(
        _ digest: ContentDigest, _ status: HTTPResponse.Status, _ desk: Desk
    ) -> Problem {
        desk.logger.error("evidence is damaged", metadata: ["digest": "\(digest)"])
        return Problem(
            "damaged",
            "What the server keeps as \(digest) is damaged or was tampered with: it has another digest. "
                + "Tell who runs it to bring it back from a backup.", status)
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
