/// Something on a network that a text names, with the ports that it names for it.
struct NamedEndpoint: Hashable {
    let target: NetworkTarget
    /// In the order of the text; empty where none is named.
    var ports: [ServicePort] = []
    /// The version of TLS that is named for it, such as `1.3`; nil where none is.
    var tls: String?
    /// Whether somewhere it is to be kept away from, or is gone: nothing is to answer there.
    var isAverted = false
    /// The words that it was read from.
    let source: String

    /// More ports than this are none that somebody names one by one.
    private static let mostPorts = 10

    mutating func add(_ more: [ServicePort]) {
        for port in more where ports.count < Self.mostPorts {
            // The same port that is named again may say more about it.
            if let known = ports.firstIndex(where: {
                $0.transport == port.transport && $0.number == port.number
            }) {
                ports[known].isTLS = ports[known].isTLS || port.isTLS
            } else {
                ports.append(port)
            }
        }
    }
}
