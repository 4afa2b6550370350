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
            context.reader = try tokens.reader(secret, at: DataFolder.now())
            context.session = try await browser.session(secret)
        }
        guard context.reader != nil || context.session != nil else {
            let isPage = request.headers[.accept]?.contains("text/html") ?? false
            if isPage, request.method == .get {
                return Response(status: .seeOther, headers: [.location: "/sign-in"])
            }
            var response = Reply.problem(
                "token", "Reading takes a token: Authorization: Bearer TOKEN.", .unauthorized)
            response.headers[.wwwAuthenticate] = "Bearer"
            return response
        }
        return try await next(request, context)
    }

    /// What shows who somebody is: a token or the secret of a session.
    static func secret(of request: Request) -> String? {
        if let field = request.headers[.authorization] {
            return field.hasPrefix("Bearer ") ? String(field.dropFirst(7)) : nil
        }
        // A form of another site must not be sent in somebody's name.
        guard request.method == .get || isOwn(request) else { return nil }
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
