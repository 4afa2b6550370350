import Attestation
import Fuzzing
import Rollout

// The bytes of a signature, verified over the empty message that the seeds were made for: a key or
// a certificate is read from its own bytes as the same.
fuzz { input in
    guard let signature = try? SSHSignature(blob: Array(input)) else { return }
    precondition((try? SSHKey(blob: signature.key.blob)) == signature.key)
    if let certificate = signature.certificate {
        precondition((try? SSHCertificate(blob: certificate.blob)) == certificate)
    }
    _ = try? signature.verify([])
}
