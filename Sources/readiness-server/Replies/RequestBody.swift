import HTTPTypes
import Hummingbird
import NIOCore

/// The body of a request, of one media type and with a limit.
enum RequestBody {
    /// Throws before anything is read where its head says that it is of another type, or too long.
    static func bytes(
        of request: Request, type: String, upTo limit: Int
    ) async throws -> [UInt8] {
        guard Acceptance.essence(request.headers[.contentType] ?? "") == type else {
            throw Problem("form", "The media type is \(type).", .unsupportedMediaType)
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw tooLarge(limit)
        }
        do {
            return Array(try await request.body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw tooLarge(limit)
        } catch {
            // Chunks that cannot be read, or a client that left.
            throw Problem("form", "The body does not come to its end.", .badRequest)
        }
    }

    private static func tooLarge(_ limit: Int) -> Problem {
        Problem("size", "A body has at most \(limit) bytes here.", .contentTooLarge)
    }
}
