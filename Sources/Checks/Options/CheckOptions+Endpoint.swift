import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckOptions {
    /// The options of every kind that dials: `host`, `port` and `connect-to`.
    ///
    /// - Parameters:
    ///   - usual: The port that holds where none is named; nil where one must be named.
    ///   - host: What the host is to the kind.
    /// - Returns: Nil where something is missing.
    package func endpoint(port usual: Int? = nil, _ host: String) -> Endpoint? {
        let host = required("host", .dialHost, host)
        let summary = "The port to connect to."
        let port =
            if let usual {
                .some(optional("port", .port, default: usual, "\(usual)", summary))
            } else {
                required("port", .port, summary)
            } as Int?
        let connectTo = optional(
            "connect-to", .dialTarget, without: "host",
            "The name or address that is dialled instead of `host`, with `:PORT` for another port.")
        guard let host, let port else { return nil }
        return Endpoint(host: host, port: port, connectTo: connectTo)
    }
}

extension Endpoint {
    /// What is dialled for what, for who wants to know before.
    var reach: String { connectTo.map { "\($0) for \(self)" } ?? description }
}

extension ValueType where Value == Int {
    fileprivate static var port: ValueType { .integer(1...65_535) }
}
