import Hummingbird

/// Counts what was answered, outermost.
struct RequestCount: RouterMiddleware {
    typealias Context = ServerContext

    let metrics: Metrics

    private static let methods = ["GET", "HEAD", "POST", "PUT"]

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        let method = request.method.rawValue
        // The patterns of the paths, and never a path: those are without end.
        metrics.count(
            Metrics.Kind(
                method: Self.methods.contains(method) ? method : "other",
                route: context.endpointPath ?? "none", status: response.status.code))
        return response
    }
}
