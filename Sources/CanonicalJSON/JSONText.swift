/// A JSON value that is kept as its canonical bytes, and made into a value only when it is used.
package struct JSONText: Hashable, Sendable {
    /// In the form of RFC 8785.
    package let bytes: [UInt8]

    package init(_ value: JSONValue) {
        bytes = value.canonicalBytes
    }

    /// Bytes that a reader found to be a canonical value.
    init(canonical bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads bytes that should be a value in canonical form.
    package init(canonicalBytes bytes: [UInt8]) throws(CanonicalFormatError) {
        try bytes.withUnsafeBufferPointer { buffer throws(CanonicalFormatError) in
            var reader = CanonicalReader(buffer, texts: TextCache())
            try reader.passValue()
            try reader.end()
        }
        self.bytes = bytes
    }

    /// The value.
    package var value: JSONValue {
        // The bytes were written or checked by this module, so that they always read.
        (try? JSONValue(jsonBytes: bytes)) ?? .null
    }
}
