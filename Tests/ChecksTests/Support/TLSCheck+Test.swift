import Checks

extension TLSCheck {
    /// A check of the host of the test certificates on a port of loopback.
    static func test(
        _ port: Int, _ change: (inout TLSExpectations) -> Void = { _ in }
    ) -> TLSCheck {
        var expected = TLSExpectations(host: "good.example.test")
        expected.connectTo = DialTarget(host: "127.0.0.1", port: port)
        expected.authorities = "root.pem"
        change(&expected)
        return TLSCheck(expected)
    }
}
