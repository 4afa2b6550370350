import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Answers `Expect: 100-continue` (RFC 9110 section 10.1.1) once somebody reads the body: by then
/// what the fields say was let in.
struct ExpectedContinue: RouterMiddleware {
    typealias Context = ServerContext

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.headers[.expect]?.lowercased() == "100-continue",
            [.put, .post].contains(request.method)
        else {
            return try await next(request, context)
        }
        var request = request
        request.body = RequestBody(
            asyncSequence: AskedBody(body: request.body, channel: context.channel))
        return try await next(request, context)
    }

    /// A body that is asked for before its first piece is waited for.
    private struct AskedBody: AsyncSequence, Sendable {
        let body: RequestBody
        let channel: any Channel

        func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(body: body.makeAsyncIterator(), channel: channel)
        }

        struct AsyncIterator: AsyncIteratorProtocol {
            var body: RequestBody.AsyncIterator
            let channel: any Channel
            var isAsked = false

            mutating func next() async throws -> ByteBuffer? {
                if !isAsked {
                    isAsked = true
                    try await channel.writeAndFlush(
                        HTTPResponsePart.head(HTTPResponse(status: .continue)))
                }
                return try await body.next()
            }
        }
    }
}
