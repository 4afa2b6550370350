import Attestation

/// The text of a signature: what is read is written again in one form, which is read as the same.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzSignatureArmor(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let signature = try? SSHSignature(armored: input) else { return 0 }
    guard let again = try? SSHSignature(armored: signature.armored.utf8) else {
        fatalError("what was written is not read")
    }
    precondition(again.blob == signature.blob && again.armored == signature.armored)
    return 0
}
