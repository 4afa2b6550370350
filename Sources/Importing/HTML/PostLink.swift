/// A link of a post, as it was written.
package struct PostLink: Hashable, Sendable {
    /// The address with its entities decoded; it need not be one.
    package let address: String
    /// What the link is called; empty for a link around nothing.
    package let text: String

    /// Blanks around an address are none of it (URL Standard, section 4.4).
    init(address: String, text: String) {
        let bytes = address.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
        self.address = String(decoding: Array(bytes), as: UTF8.self)
        self.text = text
    }
}
