import Checks
import Fuzzing
import Rollout

// Certificates in their encoding: what they say is bounded and clean, and none that was not verified
// is good enough.
fuzz { bytes in
    guard let certificate = OpenSSLCertificate.read(encoded: Array(bytes)) else { return }
    let texts =
        [
            certificate.subject.text, certificate.issuer.text, certificate.serial,
            certificate.keyType, certificate.signature, certificate.sha256,
        ] + certificate.names + certificate.subject.commonNames + certificate.issuer.organisations
    for text in texts { requireClean(text) }
    precondition(certificate.sha256.utf8.count == 64)
    var expected = CertificateExpectations(name: "good.example.test")
    expected.expires = .init(warn: .seconds(86_400), fail: .seconds(3600))
    expected.issuers = ["Example Corp"]
    expected.keyTypes = [.rsa]
    let findings = CertificateFindings(
        expected, certificates: [certificate, certificate], verification: nil,
        at: Instant(milliseconds: 1_760_000_000_000)
    ).findings
    precondition(CheckOutcome.Outcome(findings: findings, obstacle: nil) == .unmet)
    for finding in findings { requireClean(finding.actual) }
}
