import HTTPTypes
import Hummingbird
import Operations

/// Answers who asks too often, before anything of the request is read.
struct RateLimit: RouterMiddleware {
    typealias Context = ServerContext

    private let statements: RequestRate
    private let uploads: RequestRate
    private let signIns: RequestRate
    private let proxies: Set<String>

    init(_ limits: LimitOptions) {
        statements = RequestRate(perMinute: limits.statements)
        uploads = RequestRate(perMinute: limits.uploads)
        signIns = RequestRate(perMinute: limits.signIns)
        proxies = limits.trusted
    }

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let rate = rate(of: request) else { return try await next(request, context) }
        let client = ClientAddress.of(request, peer: context.peer, trusting: proxies)
        guard let wait = rate.take(client, at: .now) else {
            return try await next(request, context)
        }
        throw Problem(
            "rate",
            "This address asks too often: \(rate.perMinute) such requests in a minute are taken.",
            .tooManyRequests, wait: wait)
    }

    /// Whether somebody begins to show who they are.
    private static func begins(_ path: String) -> Bool {
        ["/sign-in", "/browser/sign-in/text", "/browser/enrolment/link"].contains(path)
    }

    /// What writes is counted, each kind for itself; reading is not.
    private func rate(of request: Request) -> RequestRate? {
        switch request.method {
        case .get, .head: return nil
        case .put: return uploads
        default: return Self.begins(request.uri.path) ? signIns : statements
        }
    }
}
