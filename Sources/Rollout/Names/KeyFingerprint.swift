/// A public key by the digest of its bytes, as `ssh-keygen -l` shows it: `SHA256:` and 43 letters.
package struct KeyFingerprint: Name {
    package let text: String

    package init(_ text: String) { self.text = text }
}
