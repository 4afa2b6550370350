/// What is needed to know to make a request and to follow where it leads.
package struct HTTPPlan: Hashable, Sendable {
    /// The versions that can be asked for.
    package enum Version: String, Hashable, Sendable, CaseIterable {
        case http11 = "1.1"
        case http2 = "2"
    }

    package let address: HTTPAddress
    package var request = HTTPRequest()
    package var credential: HTTPCredential?
    /// What is dialled instead of the host of the address; nil for the host.
    package var connectTo: DialTarget?
    package var proxy: HTTPProxy?
    package var version = Version.http11
    package var redirects: HTTPRedirects?
    /// What is expected of TLS; the name is that of each host.
    package var tls: TLSExpectations
    /// How much of a body is waited for; more ends the reading.
    package var bodyLimit = usualBodyLimit
    /// 16 MiB.
    static let usualBodyLimit = 16 << 20

    /// How much of a body is kept.
    var keptLimit = 1 << 20

    package init(_ address: HTTPAddress) {
        self.address = address
        tls = TLSExpectations(serverName: address.host)
    }

    /// What is expected of TLS with a host.
    package func tls(for address: HTTPAddress) -> TLSExpectations {
        var expected = tls
        expected.certificate.name = address.host
        return expected
    }

    /// It says who asks, so that the answer may be meant for nobody else.
    var isPersonal: Bool { credential != nil || tls.identity != nil || request.isPersonal }

    /// What is contacted, for who wants to know before.
    var reach: String {
        let way = proxy.map { " by \($0)" } ?? connectTo.map { " at \($0)" } ?? ""
        let hosts = redirects.map { $0.isFollowed ? $0.hosts : [] } ?? []
        let others = hosts.isEmpty ? "" : ", and \(hosts.joined(separator: ", ")) if led there"
        return "sends \(request.method) to \(address)\(way)\(others)"
    }

    /// The server of an address, and what is dialled to reach it.
    func endpoint(of address: HTTPAddress) -> Endpoint {
        let isFirst = address.host == self.address.host && address.port == self.address.port
        return Endpoint(
            host: address.host, port: address.port, connectTo: isFirst ? connectTo : nil)
    }
}
