import HTTPTypes
import Hummingbird

/// Refuses addresses and hosts that two readers may read in two ways, and tokens where they would be
/// written down: in addresses.
struct PathGuard: RouterMiddleware {
    typealias Context = ServerContext

    /// Longer ones are nobody's.
    private static let mostBytes = 2048

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // The first one stands apart (RFC 9112 section 3.2).
        guard request.head.authority != nil,
            HTTPField.Name("Host").map({ request.headers[values: $0].isEmpty }) ?? true
        else {
            throw Problem("host", "A request names its host, once: Host.", .badRequest)
        }
        let path = request.uri.path
        guard request.uri.string.utf8.count <= Self.mostBytes else {
            throw Problem(
                "address", "An address has at most \(Self.mostBytes) bytes.", .uriTooLong)
        }
        guard request.uri.string.utf8.first == UInt8(ascii: "/"), Self.isPlain(path) else {
            throw Problem(
                "address",
                "A path has no . or .. and no empty part, and no slash, backslash or control character in percent-encoding.",
                .badRequest)
        }
        let names = (request.uri.query ?? "").split(separator: "&").map {
            // A name in percent-encoding is the same name.
            (PercentDecoding.form($0.prefix { $0 != "=" }) ?? "").lowercased()
        }
        guard !names.contains(where: { ["token", "access_token", "bearer"].contains($0) }) else {
            throw Problem(
                "token", "A token never stands in an address: Authorization: Bearer TOKEN.",
                .badRequest)
        }
        return try await next(request, context)
    }

    private static func isPlain(_ path: String) -> Bool {
        guard let decoded = PercentDecoding.path(path),
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
            decoded.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\u{7F}" && $0 != "\\" })
        else { return false }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        // A slash that is encoded would part what stands as one part.
        return parts.allSatisfy { part in
            let words = PercentDecoding.path(part) ?? "."
            return words != "." && words != ".." && !words.utf8.contains(UInt8(ascii: "/"))
                && (!words.isEmpty || parts.count == 1)
        }
    }
}
