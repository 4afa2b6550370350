import Attestation
import Fuzzing

// The text of a signature: what is read is written again in one form, which is read as the same.
fuzz { input in
    guard let signature = try? SSHSignature(armored: input) else { return }
    guard let again = try? SSHSignature(armored: signature.armored.utf8) else {
        fatalError("what was written is not read")
    }
    precondition(again.blob == signature.blob && again.armored == signature.armored)
}
