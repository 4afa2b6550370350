import Attestation
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Rollout
import ServiceLifecycle

/// Tells open pages that the ledger grew, by server-sent events.
///
/// The id of an event is the number of entries, which is all that is told: whoever wants more asks for it.
enum EventRoutes {
    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        router.get("/events") { request, context in
            try Acceptance.require("text/event-stream", request)
            let known = HTTPField.Name("Last-Event-ID")
                .flatMap { request.headers[$0] }.flatMap { Digits.number($0) }
            guard let seat = desk.events.take(for: context.identity) else {
                var problem = Problem(
                    "busy", "Too many pages are open. Reload this one to see what is new.",
                    .serviceUnavailable)
                problem.headers[.retryAfter] = "60"
                throw problem
            }
            let events = LedgerEvents(since: known) {
                try await desk.log.checkpoint()?.checkpoint.extent.size ?? 0
            }
            var fields: HTTPFields = [.contentType: "text/event-stream"]
            fields[.cacheControl] = Caching.none.rawValue
            // A proxy that gathered them would keep them from the page.
            HTTPField.Name("X-Accel-Buffering").map { fields[$0] = "no" }
            return Response(
                status: .ok, headers: fields,
                body: ResponseBody { writer in
                    defer { withExtendedLifetime(seat) {} }
                    let pages = writer
                    // A page that was closed is told nothing more, and leaves its seat at once.
                    try await request.body.consumeWithCancellationOnInboundClose { _ in
                        try await tell(events, by: pages)
                    }
                    try await writer.finish(nil)
                })
        }
    }

    private static func tell(
        _ events: LedgerEvents, by writer: any ResponseBodyWriter
    ) async throws {
        var writer = writer
        for await text in events.texts.cancelOnGracefulShutdown() {
            try await writer.write(ByteBuffer(string: text))
        }
    }
}
