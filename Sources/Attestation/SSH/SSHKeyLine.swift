import Characters
package import Rollout

/// A public key as one line of text has it: type, base64 and a comment.
struct SSHKeyLine {
    let key: SSHKey

    /// Reads the line; of a certificate the key that it is for is taken, or it is refused.
    init(
        _ line: ArraySlice<UInt8>, takesCertificates: Bool = false
    ) throws(SignerLineMistake) {
        guard line.count <= SignerListLines.mostBytesOfLine else {
            throw .lineTooLong(most: SignerListLines.mostBytesOfLine)
        }
        let words = line.split(maxSplits: 2) { $0 == 32 || $0 == 9 }
        guard words.count >= 2 else { throw .noKey }
        let name = String(decoding: words[0], as: UTF8.self)
        guard let (_, isCertificate) = SSHKeyType.named(words[0]) else {
            throw .key(.keyTypeRefused(name))
        }
        guard takesCertificates || !isCertificate else { throw .certificateAsKey }
        guard let blob = Base64.bytes(words[1]) else { throw .keyNotBase64 }
        do throws(SignatureFault) {
            var reader = SSHReader(blob[...], .key)
            guard try reader.string().elementsEqual(words[0]) else {
                throw SignatureFault.malformed(.notOfItsType(.key))
            }
            key = isCertificate ? try SSHCertificate(blob: blob).key : try SSHKey(blob: blob)
        } catch .malformed(.notOfItsType(.key)) {
            throw .otherKeyThanNamed(name)
        } catch {
            throw .key(error)
        }
    }
}

extension SSHKey {
    /// Reads the one line of a `.pub` file, with or without a comment.
    package init(line: some Collection<UInt8>) throws(SignerLineMistake) {
        self = try SSHKeyLine(ArraySlice(line).trimmed).key
    }
}
