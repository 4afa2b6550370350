/// An element of XML with its attributes and the elements in it; what is text is left out.
package struct XMLTree {
    /// The text is no XML that is read here.
    package struct Failure: Error {
        /// In bytes from the beginning.
        package let offset: Int
        /// To follow "byte 12: ".
        package let reason: String
    }

    /// With the prefix of its namespace, as it is written.
    package let name: String
    package let attributes: [String: String]
    package private(set) var children: [XMLTree] = []

    /// Reads a whole document in UTF-8, strictly and without document types, so that nothing in it
    /// can name anything outside.
    package init(_ bytes: [UInt8]) throws(Failure) {
        var open: [XMLTree] = []
        var root: XMLTree?
        let events = XMLEvents { event in
            switch event {
            case .start(let name, let attributes): open.append(XMLTree(name, attributes))
            case .end:
                guard let last = open.popLast() else { return false }
                if open.isEmpty { root = last } else { open[open.count - 1].children.append(last) }
            case .text: break
            }
            return true
        }
        guard let events else { throw Failure(offset: 0, reason: "there is no memory for it") }
        _ = bytes.withUnsafeBytes { events.feed($0, isLast: true) }
        if let refusal = events.refusal { throw Failure(offset: events.offset, reason: refusal) }
        guard let root else { throw Failure(offset: bytes.count, reason: "it does not end") }
        self = root
    }

    private init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// The elements of a name, however deep they stand.
    package func all(_ name: String) -> [XMLTree] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }
}
