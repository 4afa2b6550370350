import Attestation
import CanonicalJSON
import ChecklistDecoding
import Hummingbird
import Operations
import Reporting
import Rollout

/// What is on record, for programs: the entries of a rollout, some at a time, and their receipts.
enum EntryRoutes {
    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        router.get("/api/rollouts/{name}/entries") { request, context in
            try Acceptance.require("application/json", request)
            let query = context.query
            let since = try query.number("since", in: 0...Int(Int32.max)) ?? 0
            let limit = try query.number("limit", in: 1...ServeEntries.most) ?? ServeEntries.most
            let served = try await RolloutRoutes.named(desk, context)
            let page = try await desk.entries.page(
                of: served.loaded.checklist.rollout, since: since, most: limit)
            let answer = Reply.json(
                .object([
                    "entries": .array(try page.entries.map(RecordJSON.signed)),
                    "next": page.next.map { .integer(Int64($0)) } ?? .null,
                    "size": .integer(Int64(page.extent.size)),
                ]), .byTag)
            return EntityTag(page.extent, of: request.uri.string).answering(request, answer)
        }
        router.get("/api/entries/{sequence}/receipt") { request, context in
            let type = "text/plain; charset=utf-8"
            try Acceptance.require(type, request)
            guard let sequence = context.parameters.get("sequence").flatMap({ Digits.number($0) }),
                let found = try await desk.log.receipt(sequence)
            else { throw Problem.missing }
            return Reply.bytes(Array(found.receipt.text.utf8), type: type)
        }
    }
}
