import Characters
package import Rollout

/// Keys that no longer count, whenever they signed, from the text that `ssh-keygen -Y verify -r`
/// reads: a public key on each line.
///
/// A line may also hold the fingerprint of a key alone, which ssh-keygen cannot read.
package struct RevokedKeys: Hashable, Sendable {
    package let keys: Set<KeyFingerprint>
    /// What could not be read; while there is any, no signature counts.
    package let mistakes: [SignerListMistake]

    package static let none = RevokedKeys([])

    package init(_ text: some Collection<UInt8>) {
        var keys: Set<KeyFingerprint> = []
        var mistakes: [SignerListMistake] = []
        do throws(SignerListMistake) {
            for line in try SignerListLines.lines(of: text) {
                do throws(SignerLineMistake) {
                    keys.insert(try Self.fingerprint(line.bytes))
                } catch {
                    mistakes.append(SignerListMistake(line: line.number, reason: error))
                }
            }
        } catch {
            mistakes.append(error)
        }
        self.keys = keys
        self.mistakes = mistakes
    }

    private static func fingerprint(
        _ line: ArraySlice<UInt8>
    ) throws(SignerLineMistake) -> KeyFingerprint {
        let prefix = Array("SHA256:".utf8)
        guard line.starts(with: prefix) else {
            // The certificate stands for its key, as with ssh-keygen.
            return try SSHKeyLine(line, takesCertificates: true).key.fingerprint
        }
        let letters = line.dropFirst(prefix.count)
        guard let bytes = Base64.bytes(Array(letters) + [UInt8(ascii: "=")]), bytes.count == 32
        else { throw .notAFingerprint }
        return KeyFingerprint("SHA256:" + Base64.text(bytes, isPadded: false))
    }
}
