import Attestation
import CanonicalJSON
import HTTPTypes
import Hummingbird
import NIOCore
import Operations

/// Statements come in; their signatures say whose they are.
enum StatementRoutes {
    static func add(to router: Router<ServerContext>, _ desk: Desk) {
        router.post("/api/statements") { request, _ in
            // A media type of its own: no form of a page can send it.
            guard request.headers[.contentType] == StatementIntake.mediaType else {
                return Reply.problem(
                    "form", "The media type is \(StatementIntake.mediaType).",
                    .unsupportedMediaType)
            }
            let body = try await request.body.collect(upTo: StatementIntake.mostBytes)
            let taken = try await desk.intake.take(Array(body.readableBytesView))
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
