import Attestation
import CanonicalJSON
import HTTPTypes
import Hummingbird
import Operations

/// Statements come in; their signatures say whose they are.
enum StatementRoutes {
    static func add(to router: Router<ServerContext>, _ desk: Desk) {
        router.post("/api/statements") { request, _ in
            // A media type of its own: no form of a page can send it. Whether the answer is taken is
            // asked before anything is recorded.
            try Acceptance.require("application/json", request)
            let body = try await LimitedBody(
                request, type: StatementIntake.mediaType, upTo: StatementIntake.mostBytes
            ).bytes()
            let taken = try await desk.intake.take(body)
            let entries = taken.map { one -> JSONValue in
                .object([
                    "sequence": .integer(Int64(one.sequence)), "isNew": .boolean(one.isNew),
                    "receipt": .text(one.receipt.text),
                ])
            }
            return Reply.json(
                .object(["entries": .array(entries)]),
                status: taken.contains(where: \.isNew) ? .created : .ok)
        }
    }
}
