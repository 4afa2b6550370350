import HTTPTypes
import Hummingbird
import Operations

/// Lets in who has a token that may read, in `Authorization` or in the cookie of the page, or who is
/// signed in with a passkey.
struct ReadAccess: RouterMiddleware {
    typealias Context = ServerContext

    static let cookie = "__Host-readiness"

    let tokens: ReadTokens
    let browser: ServeBrowser

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let secret = Self.secret(of: request) {
            context.reader = try await tokens.reader(secret, at: DataFolder.now())
            context.session = try await browser.session(secret)
        }
        guard context.reader != nil || context.session != nil else {
            let isPage = request.headers[.accept]?.contains("text/html") ?? false
            if isPage, Self.isReading(request), !request.uri.path.hasPrefix("/api/") {
                return Response(status: .seeOther, headers: [.location: "/sign-in"])
            }
            var problem = Problem(
                "token", "Reading takes a token: Authorization: Bearer TOKEN.", .unauthorized)
            problem.headers[.wwwAuthenticate] = "Bearer"
            throw problem
        }
        return try await next(request, context)
    }

    /// What shows who somebody is: a token or the secret of a session.
    static func secret(of request: Request) -> String? {
        if let field = request.headers[.authorization] {
            // The name of a scheme has no case (RFC 9110 section 11.1).
            let words = field.split(separator: " ")
            return words.count == 2 && words[0].lowercased() == "bearer" ? String(words[1]) : nil
        }
        // A form of another site must not be sent in somebody's name.
        guard isReading(request) || isOwn(request) else { return nil }
        let cookies = request.headers[.cookie]?.split(separator: ";") ?? []
        for cookie in cookies {
            let parts = cookie.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == Self.cookie else {
                continue
            }
            return String(parts[1])
        }
        return nil
    }

    private static func isReading(_ request: Request) -> Bool {
        request.method == .get || request.method == .head
    }

    /// Sent over TLS alone, to this host alone, and read by no script.
    static func cookie(holding secret: String) -> String {
        "\(cookie)=\(secret); Path=/; Secure; HttpOnly; SameSite=Lax"
    }

    /// Takes it back.
    static let noCookie = "\(cookie)=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"

    /// Whether a request comes from a page of this server.
    static func isOwn(_ request: Request) -> Bool {
        HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] } == "same-origin"
    }
}
