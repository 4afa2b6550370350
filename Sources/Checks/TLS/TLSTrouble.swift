/// Why a TLS session cannot even be begun: something of ours that is not usable.
package struct TLSTrouble: Error, Hashable, Sendable {
    /// One sentence: which file, what is wrong, and what to do.
    package let sentence: String

    package init(_ sentence: String) {
        self.sentence = sentence
    }
}
