import ArgumentParser
import HTTPTypes
import Hummingbird
import Logging

/// The paths of the server with their methods, for those who compare them with what is written about
/// them.
package enum RouteList {
    /// `GET /api/rollouts/{name}`, in order; `HEAD` goes where `GET` does, and a rest of a path is
    /// `{rest}`.
    package static func lines() throws -> [String] {
        let desk = try Desk(
            DataFolder(path: "/nonexistent", database: nil), try LimitOptions.parse([]),
            Logger(label: "routes"))
        return Routes.paths(desk).routes.map { route in
            let path = "\(route.path)".replacing("**", with: "{rest}")
            return "\(route.method.rawValue) \(path.hasPrefix("/") ? path : "/\(path)")"
        }.sorted()
    }
}
