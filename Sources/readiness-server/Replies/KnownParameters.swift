import HTTPTypes
import Hummingbird

/// Reads the parameters of a request, and refuses those that its path does not take: whoever misspells one
/// must not get an answer to another question.
///
/// It stands before all paths, so that none forgets it.
struct KnownParameters: RouterMiddleware {
    typealias Context = ServerContext

    /// The paths that take any, as the router writes them; all others take none.
    private static let taken = [
        "/todo": ["who"],
        "/calendar": ["month", "week"],
        "/log": ["before"],
        "/rollouts/{name}/history": ["before"],
        "/rollouts/{name}/sign": ["step", "phase"],
        "/api/rollouts/{name}/report": ["format"],
        "/api/rollouts/{name}/entries": ["since", "limit"],
    ]

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        // What leads nowhere is answered as such.
        if let path = context.endpointPath {
            context.query = try Query(request, taking: Self.taken[path] ?? [])
        }
        return try await next(request, context)
    }
}
