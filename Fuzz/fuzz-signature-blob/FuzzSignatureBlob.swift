import Attestation
import Rollout

/// The bytes of a signature: no input is taken for a signature over an empty message by a key that
/// is listed, and keys are read from their own bytes as the same.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzSignatureBlob(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let signature = try? SSHSignature(blob: input) else { return 0 }
    precondition((try? SSHKey(blob: signature.key.blob)) == signature.key)
    _ = try? signature.verify([])
    return 0
}
