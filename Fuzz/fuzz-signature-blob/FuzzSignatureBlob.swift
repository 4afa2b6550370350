import Attestation
import Rollout

/// The bytes of a signature, verified over the empty message that the seeds were made for: a key or
/// a certificate is read from its own bytes as the same.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzSignatureBlob(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let signature = try? SSHSignature(blob: input) else { return 0 }
    precondition((try? SSHKey(blob: signature.key.blob)) == signature.key)
    if let certificate = signature.certificate {
        precondition((try? SSHCertificate(blob: certificate.blob)) == certificate)
    }
    _ = try? signature.verify([])
    return 0
}
