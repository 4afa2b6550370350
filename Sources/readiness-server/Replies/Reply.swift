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
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status)
    }

    static func page(_ html: String) -> Response {
        bytes(Array(html.utf8), type: "text/html; charset=utf-8")
    }

    /// A page with the server's script.
    static func scriptedPage(_ html: String) -> Response {
        var response = page(html)
        response.headers[.contentSecurityPolicy] = ErrorShield.scriptedPolicy
        return response
    }

    static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
        bytes(value.canonicalBytes + [10], type: "application/json", status: status)
    }

    /// What is wrong, for programs and for people.
    static func problem(_ code: String, _ words: String, _ status: HTTPResponse.Status) -> Response
    {
        json(.object(["code": .text(code), "message": .text(words)]), status: status)
    }

    static let missing = problem("not-found", "There is nothing here.", .notFound)
}
