import CanonicalJSON
import HTTPTypes
import Hummingbird
import NIOCore

/// Replies in the forms that the routes share.
enum Reply {
    static func bytes(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok,
        _ caching: Caching = .none
    ) -> Response {
        var fields: HTTPFields = [.contentType: type]
        fields[.cacheControl] = caching.rawValue
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

    static func page(_ html: String, _ status: HTTPResponse.Status = .ok) -> Response {
        bytes(Array(html.utf8), type: "text/html; charset=utf-8", status: status)
    }

    static func json(
        _ value: JSONValue, status: HTTPResponse.Status = .ok, _ caching: Caching = .none
    ) -> Response {
        bytes(value.canonicalBytes + [10], type: "application/json", status: status, caching)
    }

    /// A file that a browser keeps and does not show: whoever brought it chose what is in it.
    static func download(_ bytes: [UInt8], type: String) -> Response {
        var response = Reply.bytes(bytes, type: type, .immutable)
        response.headers[.contentDisposition] = "attachment"
        response.headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
        return response
    }

    /// What is wrong, for programs and for people.
    static func problem(_ code: String, _ words: String, _ status: HTTPResponse.Status) -> Response
    {
        json(.object(["code": .text(code), "message": .text(words)]), status: status)
    }
}
