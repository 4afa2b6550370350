import HTTPTypes
import Hummingbird
import NIOCore

/// The body of a request, of one media type and with a limit.
struct LimitedBody {
    private let request: Request
    private let limit: Int
    /// How many bytes its head says that it has; 0 where it does not say.
    let announced: Int

    /// Throws before anything is read where its head says that it is of another type, or too long.
    init(_ request: Request, type: String, upTo limit: Int) throws(Problem) {
        guard Acceptance.essence(request.headers[.contentType] ?? "") == type else {
            throw Problem("form", "The media type is \(type).", .unsupportedMediaType)
        }
        // A part would be taken for the whole (RFC 9110 section 14.4).
        guard request.headers[.contentRange] == nil else {
            throw Problem(
                "form", "A body comes whole: Content-Range is not taken.", .badRequest)
        }
        announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        (self.request, self.limit) = (request, limit)
        guard announced <= limit else { throw tooLarge }
    }

    /// All of it, which is in memory then.
    func bytes() async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await pieces { bytes += $0 }
        return bytes
    }

    /// Hands over each piece as it comes.
    func pieces(_ take: ([UInt8]) throws -> Void) async throws {
        var left = limit
        var pieces = request.body.makeAsyncIterator()
        while let piece = try await Self.next(&pieces) {
            left -= piece.readableBytes
            guard left >= 0 else { throw tooLarge }
            try take(Array(piece.readableBytesView))
        }
    }

    private static func next(
        _ pieces: inout RequestBody.AsyncIterator
    ) async throws(Problem) -> ByteBuffer? {
        do {
            return try await pieces.next()
        } catch {
            // Chunks that cannot be read, or a client that left.
            throw Problem("form", "The body does not come to its end.", .badRequest)
        }
    }

    private var tooLarge: Problem {
        Problem("size", "A body has at most \(limit) bytes here.", .contentTooLarge)
    }
}
