import Checks

extension TLSCheck {
    /// A check of the host of the test certificates on a port of loopback.
    static func test(
        _ port: Int, _ change: (inout TLSExpectations) -> Void = { _ in }
    ) -> TLSCheck {
        var expected = TLSExpectations(serverName: "good.example.test")
        expected.certificate.authorities = "root.pem"
        change(&expected)
        let endpoint = Endpoint(
            host: "good.example.test", port: 443,
            connectTo: DialTarget(host: "127.0.0.1", port: port))
        return TLSCheck(endpoint, expected)
    }
}
