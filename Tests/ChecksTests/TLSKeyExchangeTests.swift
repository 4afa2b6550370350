import Checks
import Rollout
import Testing

/// What a `tls` check says of the key exchange.
struct TLSKeyExchangeTests {
    /// Parameters of 1024 bits, as Debian's own programs refuse them.
    private static let parameters = """
        -----BEGIN DH PARAMETERS-----
        MIGHAoGBALBLtkrxGZwamkiWIbL8Pjg8boNtNEFywHMaL8mL2B0GbWL05nqAxzvx
        1Qrr0/rdvMRB+ghQ0OCJrivtomwOAs1SK/t5AHrMHy+54io3BVyNns7r3SkVZ+dr
        OIOFg8f2JQT1HD7tDTzM9JZitxYezGxO/ogEw0ecXW4G0oHwqxNfAgEC
        -----END DH PARAMETERS-----
        """

    @Test("A key exchange that other programs of this machine refuse as too weak is unmet")
    func weakParameters() async throws {
        try await Folder.temporary { folder in
            try folder.write("dh.pem", Self.parameters.utf8)
            let arguments = [
                "-tls1_2", "-cipher", "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0", "-dhparam",
                folder.path("dh.pem"),
            ]
            try await OpenSSLServer.with(certificate: "weak", arguments) { port in
                let result = await TLSCheck.test(port) { $0.certificate.verify = false }
                    .carryOut(in: .test())
                #expect(result.outcome == .unmet, "\(result.summary)")
                #expect(result.unmet == ["DH of 1024 bits, worth 80"])
            }
        }
    }
}
