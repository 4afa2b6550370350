import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

/// The options of every kind that speaks HTTP: whom to dial, and what is expected of TLS.
struct HTTPDraft {
    var version = HTTPPlan.Version.http11
    var redirects: HTTPRedirects?
    private let connectTo: DialTarget?
    private let proxy: HTTPProxy?
    private var tls = TLSExpectations(serverName: "")

    /// Reads or lists the options.
    ///
    /// - Parameters:
    ///   - options: Those of the check.
    ///   - address: What is asked; nil where it is not known.
    ///   - oldest: The oldest version of TLS that is good enough where none is named.
    init(_ options: CheckOptions, _ address: HTTPAddress?, oldest: TLSVersion = .tls12) {
        connectTo = options.optional(
            "connect-to", .dialTarget, without: "the host of the URL",
            "The name or address that is dialled instead of the host, with `:PORT` for another port."
        )
        proxy = options.optional(
            "proxy", .httpProxy, without: "none, whatever the environment says",
            "What the request is passed through: `http://HOST:PORT` or `socks5h://HOST:PORT`.")
        options.refuse(
            where: connectTo != nil && proxy != nil,
            "the proxy dials the host of the URL, so that there is nothing else to dial",
            code: "contradiction", fix: "remove connect-to or proxy", at: "connect-to")
        let ofTLS = options.asked { Self.read(&tls, options, oldest) }.keys
        for key in ofTLS {
            options.refuse(
                where: address?.isSecure == false && options.has(key),
                "\(key) is for https, and the URL has http", code: "contradiction",
                fix: "write https, or remove \(key)", at: key)
        }
    }

    private static func read(
        _ tls: inout TLSExpectations, _ options: CheckOptions, _ oldest: TLSVersion
    ) {
        tls.minimumVersion = options.optional(
            "minimum-version", ValueType<TLSVersion>.tlsVersion, default: oldest, oldest.rawValue,
            "The oldest version of TLS that is good enough.")
        options.presented(&tls.certificate)
        tls.clientCertificate = options.optional(
            "client-certificate", .clientIdentity,
            "A certificate with its key: the server must ask for one and accept this one."
        ).map { .accepted($0) }
    }

    func plan(for address: HTTPAddress) -> HTTPPlan {
        var plan = HTTPPlan(address)
        (plan.connectTo, plan.proxy, plan.version) = (connectTo, proxy, version)
        (plan.tls, plan.redirects) = (tls, redirects)
        return plan
    }
}

extension ValueType where Value == HTTPRedirects {
    /// Which redirects are followed.
    static var redirects: ValueType {
        .options("a rule for redirects") { options in
            var redirects = HTTPRedirects()
            redirects.isFollowed = options.optional(
                "follow", .boolean, default: true, "true", "Whether redirects are followed.")
            redirects.limit = options.optional(
                "limit", .integer(1...20), default: 5, "5", "How many are followed at most.")
            redirects.hosts =
                options.optional(
                    "hosts", .oneOrMany(.dialHost), without: "only that of the URL",
                    "Hosts beside that of the URL that may be asked; no other is.") ?? []
            redirects.hosts = redirects.hosts.map { $0.lowercased() }
            for key in ["limit", "hosts"] {
                options.refuse(
                    where: !redirects.isFollowed && options.has(key),
                    "no redirect is followed, so that there is nothing to limit",
                    code: "contradiction", fix: "remove follow: false, or \(key)", at: key)
            }
            let read = redirects
            return options.make { read }
        }
    }
}

extension ValueType where Value == HTTPAddress {
    static var httpAddress: ValueType {
        scalar(
            "a URL of http or https in ASCII, without user name",
            schema: ["type": "string", "pattern": "^[hH][tT][tT][pP][sS]?://"]
        ) { HTTPAddress($0) }
    }
}

extension ValueType where Value == HTTPProxy {
    fileprivate static var httpProxy: ValueType {
        scalar(
            "a proxy (http://HOST:PORT or socks5h://HOST:PORT)",
            schema: ["type": "string", "pattern": "^(http|socks5h)://"]
        ) { HTTPProxy($0) }
    }
}
