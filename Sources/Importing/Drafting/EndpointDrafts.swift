/// Writes the checks and steps for what a text names on a network; all of them are for review.
struct EndpointDrafts {
    private let endpoints: [NamedEndpoint]
    /// How many more are named.
    private let leftOut: Int
    private let due: String
    private let role: String
    private var slug: Slug

    /// More than this are no steps of one checklist.
    private static let most = 50

    /// - Parameters:
    ///   - endpoints: What the text names.
    ///   - due: The phase that the steps are due against.
    ///   - role: The id of the role that sees to it.
    ///   - slug: The ids of the steps that stand before.
    init(_ endpoints: [NamedEndpoint], due: String, role: String, _ slug: Slug) {
        self.endpoints = Array(endpoints.prefix(Self.most))
        leftOut = endpoints.count - self.endpoints.count
        self.due = due
        self.role = role
        self.slug = slug
    }

    mutating func write(to draft: inout DraftText) {
        for (index, endpoint) in endpoints.enumerated() {
            if endpoint.isAverted {
                writeAverted(endpoint, index + 1, &draft)
            } else if endpoint.target.isSingle {
                write(endpoint, index + 1, &draft)
            } else {
                writeMany(endpoint, index + 1, &draft)
            }
        }
        if leftOut > 0 {
            // The reader ends somewhere too.
            let count =
                leftOut + Self.most < EndpointReader.most ? "\(leftOut)" : "at least \(leftOut)"
            draft.comment("review: \(count) more hosts and addresses are named", indent: 2)
        }
    }

    /// A host or an address: checks of what can be asked, and a sign-off for what cannot.
    private mutating func write(_ endpoint: NamedEndpoint, _ number: Int, _ draft: inout DraftText)
    {
        let usual = [ServicePort(.tcp, 443)].compactMap(\.self)
        let ports = endpoint.ports.isEmpty ? usual : endpoint.ports
        let asked = ports.filter(Self.isAsked)
        let rest = ports.filter { !Self.isAsked($0) }
        let name = endpoint.target.text
        if !asked.isEmpty {
            source(endpoint, "check it from where it matters", &draft)
            if endpoint.ports.isEmpty {
                draft.comment("no port is named for it: 443 is ours", indent: 2)
            }
            head("host-\(number)", "\(name) answers on \(Self.words(asked))", &draft)
            draft.line("check:", indent: 4)
            if case .host = endpoint.target {
                draft.line("- dns: {name: \(YAMLQuoting.scalar(name))}", indent: 6)
            }
            for port in asked { draft.line("- \(Self.check(endpoint, port))", indent: 6) }
        }
        guard !rest.isEmpty else { return }
        source(
            endpoint,
            "nothing is asked here, as \(Self.obstacle(rest)); sign it, or put a check in its place",
            &draft)
        head(
            asked.isEmpty ? "host-\(number)" : "host-\(number)-unchecked",
            "\(name) can be reached on \(Self.words(rest))", &draft)
        draft.line("sign-off: {}", indent: 4)
    }

    /// What is blocked, removed or gone: that it answers is not to be asked, and that it does not would
    /// be asked from the wrong place, or too early.
    private mutating func writeAverted(
        _ endpoint: NamedEndpoint, _ number: Int, _ draft: inout DraftText
    ) {
        source(
            endpoint,
            "it seems to be blocked, removed or gone, so that nothing is asked here; sign it, or put a check in its place",
            &draft)
        head("host-\(number)", "\(endpoint.target.text) is no longer needed or allowed", &draft)
        draft.line("sign-off: {}", indent: 4)
    }

    /// A range of addresses or a pattern of names: there is no one machine to ask.
    private mutating func writeMany(
        _ endpoint: NamedEndpoint, _ number: Int, _ draft: inout DraftText
    ) {
        source(endpoint, "it stands for many machines, so that nothing is asked here", &draft)
        let ports = endpoint.ports.isEmpty ? "" : " on \(Self.words(endpoint.ports))"
        head("network-\(number)", "\(endpoint.target.text) is allowed\(ports)", &draft)
        draft.line("sign-off: {}", indent: 4)
    }

    private func source(_ endpoint: NamedEndpoint, _ remark: String, _ draft: inout DraftText) {
        draft.comment(
            "from \"\(Excerpt.of(endpoint.source, most: 160))\"; review: \(remark)", indent: 2)
    }

    private mutating func head(_ id: String, _ title: String, _ draft: inout DraftText) {
        draft.line("- id: \(slug.make(id, otherwise: "host"))", indent: 2)
        draft.put("title", title, indent: 4)
        draft.put("role", raw: role, indent: 4)
        draft.put("due", raw: "\(due) - 5bd", indent: 4)
        draft.put("level", raw: "advisory", indent: 4)
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
