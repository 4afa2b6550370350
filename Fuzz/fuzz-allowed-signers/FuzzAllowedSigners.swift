import Attestation
import Rollout

/// Lists of signers and of revoked keys: each line is an entry or a mistake, and a key is read from
/// its own line as the same.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzAllowedSigners(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    let allowed = AllowedSigners(input, zone: .utc)
    for signer in allowed.signers {
        precondition((try? SSHKey(line: signer.key.line.utf8)) == signer.key)
    }
    let lines = input.split(separator: 10, omittingEmptySubsequences: false).count
    precondition(allowed.signers.count + allowed.mistakes.count <= lines)
    _ = RevokedKeys(input)
    return 0
}
