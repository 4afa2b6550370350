import Attestation
import Fuzzing
import Rollout

// Lists of signers and of revoked keys: each line is an entry or a mistake, and a key is read from
// its own line as the same.
fuzz { input in
    let allowed = AllowedSigners(input, zone: .utc)
    for signer in allowed.signers {
        precondition((try? SSHKey(line: signer.key.line.utf8)) == signer.key)
    }
    let lines = input.split(separator: 10, omittingEmptySubsequences: false).count
    precondition(allowed.signers.count + allowed.mistakes.count <= lines)
    _ = RevokedKeys(input)
}
