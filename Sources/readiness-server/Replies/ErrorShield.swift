import HTTPTypes
import Hummingbird
import LedgerStorage
import Logging
import NIOCore
import Operations

/// Makes an answer of every error, outermost: nothing leaves the server without its fields.
struct ErrorShield: RouterMiddleware {
    typealias Context = ServerContext

    let logger: Logger

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let refusal as StatementRefusal {
            response = Reply.problem(
                refusal.code.rawValue, refusal.words,
                refusal.code == .superseded ? .conflict : .unprocessableContent)
        } catch let error as HTTPError {
            response = Reply.problem(
                "http", error.body ?? error.status.reasonPhrase, error.status)
        } catch is NIOTooManyBytesError {
            response = Reply.problem("http", "That is more than is taken.", .contentTooLarge)
        } catch is StatementIntake.Busy {
            response = Reply.problem(
                "busy", "Too many requests wait. Try again.", .serviceUnavailable)
        } catch {
            logger.error("request failed", metadata: ["reason": "\(error)"])
            response = Reply.problem(
                "ledger", "The ledger could not be read or added to; the server's log says why.",
                .serviceUnavailable)
        }
        for (name, value) in Self.fields {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = Self.policy
        }
        logger.info(
            "answered",
            metadata: [
                "method": "\(request.method)", "path": "\(request.uri.path)",
                "status": "\(response.status.code)",
            ])
        return response
    }

    /// A page with the server's script, which may write no HTML and ask nobody else.
    static let scriptedPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'"

    /// Nothing is loaded, run, framed or sent elsewhere; pages have their style within them.
    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    private static let fields = [
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        (
            "Permissions-Policy",
            "publickey-credentials-get=(self), publickey-credentials-create=(self)"
        ),
    ]
}
