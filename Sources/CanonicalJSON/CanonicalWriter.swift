/// Writes canonical JSON (RFC 8785) without building values first.
///
/// Who uses it names the keys of an object in canonical order; a test of the format holds them
/// against `JSONValue.canonicalBytes`.
package struct CanonicalWriter {
    package private(set) var bytes: [UInt8] = []
    /// Whether a comma comes before what is written next.
    private var isBehindItem = false

    package init(capacity: Int = 1024) {
        bytes.reserveCapacity(capacity)
    }

    package mutating func object(_ write: (inout CanonicalWriter) -> Void) {
        enclosed(UInt8(ascii: "{"), UInt8(ascii: "}"), write)
    }

    package mutating func list<Item>(
        _ items: [Item], _ write: (inout CanonicalWriter, Item) -> Void
    ) {
        enclosed(UInt8(ascii: "["), UInt8(ascii: "]")) { writer in
            for item in items { write(&writer, item) }
        }
    }

    private mutating func enclosed(
        _ open: UInt8, _ close: UInt8, _ write: (inout CanonicalWriter) -> Void
    ) {
        separate()
        bytes.append(open)
        isBehindItem = false
        write(&self)
        bytes.append(close)
        isBehindItem = true
    }

    private mutating func separate() {
        if isBehindItem { bytes.append(UInt8(ascii: ",")) }
        isBehindItem = true
    }

    /// Writes a key that needs no escapes; its value comes next.
    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        isBehindItem = false
    }

    package mutating func text(_ text: String) {
        separate()
        JSONValue.write(text, to: &bytes)
    }

    package mutating func integer(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes a value that is canonical already.
    package mutating func canonical(_ value: some Collection<UInt8>) {
        separate()
        bytes.append(contentsOf: value)
    }

    package mutating func dictionary(_ members: [String: String]) {
        canonical(JSONValue.object(members.mapValues { .string($0) }).canonicalBytes)
    }

    package mutating func text(_ name: StaticString, _ value: String) {
        key(name)
        text(value)
    }

    package mutating func integer(_ name: StaticString, _ value: Int) {
        key(name)
        integer(value)
    }
}
