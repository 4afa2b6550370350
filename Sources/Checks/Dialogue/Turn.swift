/// One turn of a dialogue with a server.
package enum Turn: Hashable, Sendable {
    /// Bytes are sent, from these parts.
    case send([Part])
    /// An answer is waited for.
    case hear(Hearing)
    /// TLS begins.
    case secure(TLSExpectations)

    /// A part of what is sent.
    package enum Part: Hashable, Sendable {
        case bytes([UInt8])
        /// What an earlier answer had under this name.
        case captured(String)
    }

    /// What is waited for, and what it must be like.
    package struct Hearing: Hashable, Sendable {
        package var extent: Extent
        /// Nil where any answer will do.
        package var expected: ValueExpectation?
        /// What is kept of the answer, in the order of the text.
        package var captures: [Capture]

        package init(
            _ extent: Extent = .line, expected: ValueExpectation? = nil, captures: [Capture] = []
        ) {
            (self.extent, self.expected, self.captures) = (extent, expected, captures)
        }
    }

    /// How far an answer goes.
    package enum Extent: Hashable, Sendable {
        /// One line, without its end.
        case line
        /// Lines up to the first one that is like this, and with it.
        case lines(through: ValueExpectation)
        /// So many bytes.
        case bytes(Int)
    }

    /// A part of an answer that is kept under a name.
    package struct Capture: Hashable, Sendable {
        package let name: String
        /// The first group of the first match is kept, or all of it where there is no group.
        package let pattern: TextPattern

        package init(_ name: String, _ pattern: TextPattern) {
            (self.name, self.pattern) = (name, pattern)
        }
    }
}
