import HTTPTypes
import Hummingbird

/// Answers what a path has no use for, and says which methods it takes.
enum WrongMethod {
    private static let all: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .delete, .patch, .options, .trace, .connect,
        HTTPRequest.Method("QUERY"), HTTPRequest.Method("PROPFIND"), HTTPRequest.Method("MOVE"),
    ].compactMap(\.self)

    /// Adds an answer to every path that the router has, for every method that it does not take.
    static func add(to router: Router<ServerContext>) {
        let taken = Dictionary(grouping: router.routes, by: { "\($0.path)" })
        for routes in taken.values {
            var methods = Set(routes.map(\.method))
            if methods.contains(.get) { methods.insert(.head) }
            let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
            for method in all where !methods.contains(method) {
                router.on(routes[0].path, method: method) { _, _ -> Response in
                    var problem = Problem(
                        "method", "This path takes \(allowed).", .methodNotAllowed)
                    problem.headers[.allow] = allowed
                    throw problem
                }
            }
        }
    }
}
