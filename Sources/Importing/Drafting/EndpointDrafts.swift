/// Writes the checks and steps for what a text names on a network; all of them are for review.
struct EndpointDrafts {
    private let role: String
    private(set) var steps: [StepDraft] = []
    /// What is said where more is named than there are steps.
    let remarks: [String]

    /// More than this are no steps of one checklist.
    private static let most = 50

    /// - Parameters:
    ///   - endpoints: What the text names.
    ///   - role: The id of the role that sees to it.
    init(_ endpoints: [NamedEndpoint], role: String) {
        self.role = role
        let leftOut = endpoints.count - Self.most
        // The reader ends somewhere too.
        let count = endpoints.count < EndpointReader.most ? "\(leftOut)" : "at least \(leftOut)"
        remarks = leftOut > 0 ? ["\(count) more hosts and addresses are named"] : []
        for endpoint in endpoints.prefix(Self.most) {
            if endpoint.isAverted {
                takeAverted(endpoint)
            } else if endpoint.target.isSingle {
                take(endpoint)
            } else {
                takeMany(endpoint)
            }
        }
    }

    /// A host or an address: checks of what can be asked, and a sign-off for what cannot.
    private mutating func take(_ endpoint: NamedEndpoint) {
        let usual = [ServicePort(.tcp, 443)].compactMap(\.self)
        let ports = endpoint.ports.isEmpty ? usual : endpoint.ports
        let asked = ports.filter(Self.isAsked)
        let rest = ports.filter { !Self.isAsked($0) }
        let name = endpoint.target.text
        if !asked.isEmpty {
            var asks = ["check:"]
            if case .host = endpoint.target {
                asks.append("  - dns: {name: \(YAMLQuoting.scalar(name))}")
            }
            asks += asked.map { "  - \(Self.check(endpoint, $0))" }
            put(
                "host \(name)", "\(name) answers on \(Self.words(asked))",
                Self.source(endpoint, "check it from where it matters")
                    + (endpoint.ports.isEmpty ? ["no port is named for it: 443 is ours"] : []),
                asks)
        }
        guard !rest.isEmpty else { return }
        put(
            asked.isEmpty ? "host \(name)" : "host \(name) unchecked",
            "\(name) can be reached on \(Self.words(rest))",
            Self.source(
                endpoint,
                "nothing is asked here, as \(Self.obstacle(rest)); sign it, or put a check in its place"
            ))
    }

    /// What is blocked, removed or gone: that it answers is not to be asked, and that it does not would
    /// be asked from the wrong place, or too early.
    private mutating func takeAverted(_ endpoint: NamedEndpoint) {
        let name = endpoint.target.text
        put(
            "\(endpoint.target.isSingle ? "host" : "network") \(name) averted",
            "\(name) is no longer needed or allowed",
            Self.source(
                endpoint,
                "it seems to be blocked, removed or gone, so that nothing is asked here; sign it, or put a check in its place"
            ))
    }

    /// A range of addresses or a pattern of names: there is no one machine to ask.
    private mutating func takeMany(_ endpoint: NamedEndpoint) {
        let ports = endpoint.ports.isEmpty ? "" : " on \(Self.words(endpoint.ports))"
        put(
            "network \(endpoint.target.text)", "\(endpoint.target.text) is allowed\(ports)",
            Self.source(endpoint, "it stands for many machines, so that nothing is asked here"))
    }

    private static func source(_ endpoint: NamedEndpoint, _ remark: String) -> [String] {
        ["from \"\(Excerpt.of(endpoint.source, most: 160))\"; review: \(remark)"]
    }

    private mutating func put(
        _ name: String, _ title: String, _ comments: [String], _ asks: [String] = ["sign-off: {}"]
    ) {
        steps.append(
            StepDraft(
                name: name, words: 12, title: title, role: role, isBlocking: false,
                comments: comments, asks: asks))
    }

    /// Whether a check can ask: one port, and of a datagram what to send is known.
    private static func isAsked(_ port: ServicePort) -> Bool {
        port.first == port.last && (port.transport == .tcp || port.request != nil || port.isTime)
    }

    private static func obstacle(_ ports: [ServicePort]) -> String {
        ports.contains { $0.transport == .udp }
            ? "what to send over UDP is not said" : "the ports are many"
    }

    private static func check(_ endpoint: NamedEndpoint, _ port: ServicePort) -> String {
        if port.isTime {
            return
                "clock: {server: \(YAMLQuoting.scalar(endpoint.target.text)), maximum: 5m}  # 5m is ours"
        }
        let host = "host: \(YAMLQuoting.scalar(endpoint.target.text)), port: \(port.first)"
        if let request = port.request { return "udp: {\(host), send: {hex: \"\(request)\"}}" }
        // A certificate is of a name, which an address does not tell.
        guard case .host = endpoint.target, endpoint.tls != nil || port.isTLS || port.isUsuallyTLS
        else { return "tcp: {\(host)}" }
        let start = port.startTLS.map { ", starttls: \($0)" } ?? ""
        let version = endpoint.tls.map { ", minimum-version: \($0)" } ?? ""
        return "tls: {\(host)\(start)\(version)}"
    }

    /// "port 443", "ports 80 and 443", "UDP port 3478 and port 443".
    private static func words(_ ports: [ServicePort]) -> String {
        [ServicePort.Transport.tcp, .udp].compactMap { transport -> String? in
            let own = ports.filter { $0.transport == transport }
            guard let last = own.last else { return nil }
            let rest = own.dropLast().map(\.number).joined(separator: ", ")
            let numbers = rest.isEmpty ? last.number : "\(rest) and \(last.number)"
            let isOne = own.count == 1 && last.first == last.last
            return "\(transport == .udp ? "UDP " : "")port\(isOne ? "" : "s") \(numbers)"
        }.joined(separator: " and ")
    }
}
