package import CanonicalJSON
import Fields
import LocatedYAML
package import Rollout

/// Whether Exchange ActiveSync is reached, and what it makes of a client certificate.
package struct ActiveSyncCheck: Check {
    /// What the server is held against.
    package struct Expected: Hashable, Sendable {
        /// One of these.
        package var states: [ActiveSyncState]
        /// Versions of the protocol that must be offered.
        package var versions: [String] = []
        /// Commands that must be offered.
        package var commands: [String] = []
        /// The host that must answer in the end; nil for any that may be asked.
        package var host: String?

        package init(_ states: [ActiveSyncState]) {
            self.states = states
        }
    }

    static let versionsField = "MS-ASProtocolVersions"
    static let commandsField = "MS-ASProtocolCommands"
    /// Where the protocol is spoken ([MS-ASHTTP] section 2.2.1.1.1.1).
    static let path = "/Microsoft-Server-ActiveSync"

    package let plan: HTTPPlan
    package let expected: Expected

    package init(_ plan: HTTPPlan, expected: Expected) {
        var plan = plan
        // A session that goes on after the request for a certificate is one of HTTP/1.1 alone.
        (plan.request.method, plan.version) = ("OPTIONS", .http11)
        self.plan = plan
        self.expected = expected
    }

    package var subject: String { plan.address.place }
    package var mayNeedTrust: Bool { !secrets.isEmpty || plan.tls.namesFiles }
    package var alsoReads: [String] { plan.tls.files + secretFiles }

    package var cautions: [Caution] {
        plan.tls.certificate.verify ? [] : [.certificateNotVerified]
    }

    package var reach: String { plan.reach }

    package func seen(in observation: HTTPObservation) -> [String: TypedValue] {
        let state = ActiveSyncReach(plan, observation).state
        guard ActiveSyncState.wantable.contains(state) else { return [:] }
        var seen = observation.seenOfTLS
        seen["expect"] = .text(state.rawValue)
        guard let hop = observation.hops.last, let response = hop.wholeResponse else { return seen }
        for (option, field) in [
            ("protocol-versions", Self.versionsField), ("commands", Self.commandsField),
        ] {
            let offered = Self.list(response, field)
            if !offered.isEmpty { seen[option] = .texts(offered) }
        }
        if observation.hops.count > 1 { seen["ends-at"] = .text(hop.address.host) }
        return seen
    }

    package func observe(_ environment: CheckEnvironment) async -> HTTPObservation {
        await HTTPExchange(plan: plan).run(in: environment)
    }

    package func facts(of observation: HTTPObservation) -> [String: JSONValue] {
        var facts = observation.facts
        facts.merge(plan.tls.certificate.endFact(of: observation.hops.compactMap(\.report.tls))) {
            _, end in end
        }
        facts["state"] = .string(ActiveSyncReach(plan, observation).state.rawValue)
        if let connectTo = plan.connectTo { facts["connect-to"] = .string("\(connectTo)") }
        if let proxy = plan.proxy { facts["proxy"] = .string("\(proxy)") }
        guard let response = observation.hops.last?.response else { return facts }
        for (key, name) in [
            ("protocol-versions", Self.versionsField), ("commands", Self.commandsField),
        ] {
            let offered = Self.list(response, name).map { JSONValue.string($0) }
            if !offered.isEmpty { facts[key] = .array(offered) }
        }
        return facts
    }

    /// What a header lists.
    static func list(_ response: HTTPResponse, _ name: String) -> [String] {
        (response.value(of: name) ?? "").split(separator: ",").prefix(100).map { part in
            ForeignText.clean(Array(part.utf8), limit: 64).trimmingBlanks
        }
    }
}

extension String {
    /// Without the blanks around it, of which tabs became some (RFC 9110 section 5.6.1).
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension CheckKind {
    package static let activesync = CheckKind(
        "activesync",
        "Whether Exchange ActiveSync is reached, and what it makes of a client certificate.",
        sharing: KindFacts.http + KindFacts.connection + KindFacts.tls,
        facts: [
            "state": "How far the request came.",
            "protocol-versions": "What `MS-ASProtocolVersions` has.",
            "commands": "What `MS-ASProtocolCommands` has.",
        ],
        example: """
            - activesync:
                host: outlook-cba.office365.com
                issuer: DigiCert Inc
            - activesync:
                host: outlook-cba.office365.com
                issuer: DigiCert Inc
                client-certificate: {certificate: device.pem, key: device.key}
                protocol-versions: 16.1
                commands: [Sync, Ping]
            """
    ) { options in
        let host = options.required(
            "host", .dialHost, "The server, also looked for in its certificate.")
        let port = options.optional(
            "port", .integer(1...65_535), default: 443, "443", "The port to connect to.")
        let address = host.flatMap {
            HTTPAddress(
                "https://\(DialTarget.text(host: $0, port: port))\(ActiveSyncCheck.path)")
        }
        options.refuse(
            where: host != nil && address == nil, "\"\(host ?? "")\" cannot be the host of a URL",
            fix: "write a name, or an address in its usual form", at: "host")
        var draft = HTTPDraft(options, address, oldest: .tls13)
        draft.redirects = options.optional(
            "redirects", .redirects, without: "none is followed",
            "Which answers of 451 with `X-MS-Location` are followed.")
        draft.redirects?.sign = .activeSync
        let states = options.optional(
            "expect", .oneOrMany(.activeSyncState),
            without: "accepted with a client certificate, else certificate-wanted",
            "How far the request must come; of a list one is enough.")
        CheckKind.refuseUnseen(options, states)
        var expected = ActiveSyncCheck.Expected(
            states ?? [options.has("client-certificate") ? .accepted : .certificateWanted])
        expected.versions =
            options.optional(
                "protocol-versions", .oneOrMany(.text),
                "Versions of the protocol that the server must offer, such as `16.1`.") ?? []
        expected.commands =
            options.optional(
                "commands", .oneOrMany(.text),
                "Commands that the server must offer, such as `Sync`.") ?? []
        expected.host = options.optional(
            "ends-at", .dialHost, "The host that must answer in the end.")
        let read = expected
        return options.make(address) { ActiveSyncCheck(draft.plan(for: $0), expected: read) }
    }

    /// Refuses what is expected of a session or of an answer where there is to be neither.
    private static func refuseUnseen(_ options: CheckOptions, _ states: [ActiveSyncState]?) {
        let isBlocked = Set(states ?? []) == [.blocked]
        for key in [
            "minimum-version", "expires", "issuer", "public-key", "key-type", "key-bits",
            "client-certificate", "protocol-versions", "commands", "ends-at",
        ] {
            options.refuse(
                where: isBlocked && options.has(key),
                "where the way is blocked there is nothing that \(key) could be compared with",
                code: "contradiction", fix: "remove \(key), or make it two checks", at: key)
        }
    }
}
