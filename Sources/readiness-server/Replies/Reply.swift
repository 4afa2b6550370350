import CanonicalJSON
import HTTPTypes
import Hummingbird
import LedgerStorage
import NIOCore
import Rollout

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
        download(body(ByteBuffer(bytes: bytes)), type: type)
    }

    /// The same of a file that is kept, of which one piece is in memory at a time.
    ///
    /// It had its digest before the first byte goes out; where it comes to have another one meanwhile, the
    /// connection ends before its last.
    static func download(_ content: VerifiedContent, type: String) -> Response {
        let body = ResponseBody(contentLength: content.reference.size) { writer in
            while true {
                let bytes = try content.piece(piece)
                guard !bytes.isEmpty else { break }
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
        return download(body, type: type)
    }

    private static func download(_ body: ResponseBody, type: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: Caching.immutable.rawValue,
                .contentDisposition: "attachment",
                .contentSecurityPolicy: "default-src 'none'; sandbox",
            ], body: body)
    }

    /// What is wrong, for programs and for people.
    static func problem(_ code: String, _ words: String, _ status: HTTPResponse.Status) -> Response
    {
        json(.object(["code": .text(code), "message": .text(words)]), status: status)
    }
}
