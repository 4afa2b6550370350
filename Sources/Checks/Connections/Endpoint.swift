package import CanonicalJSON

/// The server that a check is about, and what is dialled to reach it.
package struct Endpoint: Hashable, Sendable, CustomStringConvertible {
    /// A name or an address.
    package let host: String
    /// The port, unless `connectTo` names another.
    package let port: Int
    /// What is dialled instead of the host; nil for the host.
    package let connectTo: DialTarget?

    package init(host: String, port: Int, connectTo: DialTarget? = nil) {
        self.host = host
        self.port = port
        self.connectTo = connectTo
    }

    /// What is dialled.
    var target: DialTarget { connectTo ?? DialTarget(host: host) }

    /// The host with its port.
    package var description: String { DialTarget.text(host: host, port: port) }

    /// The facts of the server by name.
    package var facts: [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "host": .string(host), "port": .integer(Int64(port)),
        ]
        if let connectTo { facts["connect-to"] = .string("\(connectTo)") }
        return facts
    }
}
