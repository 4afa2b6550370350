import HTTPTypes
import Hummingbird
import LedgerStorage
import Logging
import NIOCore
import Operations
import Reporting

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
        } catch let problem as Problem {
            response = answer(problem, request)
        } catch let refusal as StatementRefusal {
            response = Reply.problem(
                refusal.code.rawValue, refusal.words,
                refusal.code == .superseded ? .conflict : .unprocessableContent)
        } catch let error as HTTPError {
            response = answer(Self.problem(error), request)
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

    /// In one shape for programs; as a page for a person who looks at pages.
    private func answer(_ problem: Problem, _ request: Request) -> Response {
        let isProgram = request.uri.path.hasPrefix("/api/")
        let wantsPage = request.headers[.accept]?.contains("text/html") ?? false
        let status = problem.status
        var response =
            wantsPage && !isProgram
            ? Reply.page(ProblemPage.html(problem.words, status: status.reasonPhrase), status)
            : Reply.problem(problem.code, problem.words, status)
        for field in problem.headers { response.headers.append(field) }
        return response
    }

    private static func problem(_ error: HTTPError) -> Problem {
        switch error.status {
        case .notFound: .missing
        case .contentTooLarge: Problem("size", "The body is too large.", .contentTooLarge)
        default: Problem("http", error.body ?? error.status.reasonPhrase, error.status)
        }
    }

    /// Nothing is loaded, run, framed or sent elsewhere but what this server has; a script makes no
    /// elements of texts.
    private static let policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; "
        + "style-src 'self' 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'"

    private static let fields = [
        ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        (
            "Permissions-Policy",
            "publickey-credentials-get=(self), publickey-credentials-create=(self)"
        ),
    ]
}
