import Checks
import Rollout
import Testing

/// What a `tls` check says of real servers.
struct TLSCheckTests {
    @Test("A good server is met with all of its facts")
    func good() async throws {
        let result = try await OpenSSLServer.with(certificate: "good") { port in
            await check(port).carryOut(in: .test())
        }
        #expect(result.outcome == .met, "\(result)")
        #expect(result.facts["version"] == "TLS 1.3")
        #expect(result.facts["certificates-count"] == 2)
        print(result)
    }

    @Test("A port on which nothing listens is unmet as refused")
    func refused() async throws {
        let port = try LoopbackServer.unusedPort()
        let result = await check(port).carryOut(in: .test())
        #expect(result.outcome == .unmet)
        #expect(result.reason.contains("refused the connection"))
    }

    /// A check of the test host on a port of loopback.
    private func check(_ port: Int, _ change: (inout TLSExpectations) -> Void = { _ in })
        -> TLSCheck
    {
        var expected = TLSExpectations(host: "good.example.test")
        expected.connectTo = DialTarget(host: "127.0.0.1", port: port)
        expected.authorities = "root.pem"
        change(&expected)
        return TLSCheck(expected)
    }
}
