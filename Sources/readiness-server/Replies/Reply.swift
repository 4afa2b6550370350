import CanonicalJSON
import HTTPTypes
import Hummingbird
import NIOCore

/// Replies in the forms that the routes share.
enum Reply {
    static func bytes(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, isImmutable: Bool = false
    ) -> Response {
        var fields: HTTPFields = [.contentType: type]
        fields[.cacheControl] = isImmutable ? "private, max-age=31536000, immutable" : "no-store"
        return Response(
            status: status, headers: fields,
            body: body(ByteBuffer(bytes: bytes)))
    }

    /// As much as is handed to a connection at once.
    ///
    /// Between two pieces the reader is waited for, so that one who takes nothing is told from a slow one.
    private static let piece = 64 << 10

    private static func body(_ buffer: ByteBuffer) -> ResponseBody {
        guard buffer.readableBytes > piece else { return ResponseBody(byteBuffer: buffer) }
        return ResponseBody(contentLength: buffer.readableBytes) { writer in
            var rest = buffer
            while let next = rest.readSlice(length: min(piece, rest.readableBytes)),
                next.readableBytes > 0
            {
                try await writer.write(next)
            }
            try await writer.finish(nil)
        }
    }

    static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status)
    }

    static func page(_ html: String) -> Response {
        bytes(Array(html.utf8), type: "text/html; charset=utf-8")
    }

    static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
        bytes(value.canonicalBytes + [10], type: "application/json", status: status)
    }

    /// What is wrong, for programs and for people.
    static func problem(_ code: String, _ words: String, _ status: HTTPResponse.Status) -> Response
    {
        json(.object(["code": .text(code), "message": .text(words)]), status: status)
    }

    /// What is wrong now, and will not be after some time.
    static func wait(
        _ code: String, _ words: String, _ status: HTTPResponse.Status, for time: Duration
    ) -> Response {
        let seconds = max(1, Int((time / .seconds(1)).rounded(.up)))
        var response = problem(code, "\(words) Try again in \(seconds) s.", status)
        response.headers[.retryAfter] = String(seconds)
        return response
    }

    static let missing = problem("not-found", "There is nothing here.", .notFound)
}
