/// An element of XML with its attributes and the elements in it; what is text is left out.
struct XMLTree {
    /// The text is no XML that is read here.
    struct Failure: Error {
        let offset: Int
        let reason: String
    }

    let name: String
    let attributes: [String: String]
    private(set) var children: [XMLTree] = []

    /// Reads a whole document in UTF-8, strictly and without document types, so that nothing in it
    /// can name anything outside.
    init(_ bytes: [UInt8]) throws(Failure) {
        var reader = XMLReader(bytes)
        self = try reader.document()
    }

    fileprivate init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    fileprivate mutating func add(_ child: XMLTree) { children.append(child) }

    /// The elements of a name, however deep they stand.
    func all(_ name: String) -> [XMLTree] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }
}

private struct XMLReader {
    private let bytes: [UInt8]
    private var index = 0

    /// Deeper documents are none that tools write.
    private static let deepest = 64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    mutating func document() throws(XMLTree.Failure) -> XMLTree {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw failure("it is no text in UTF-8")
        }
        var open: [XMLTree] = []
        var root: XMLTree?
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                guard !open.isEmpty || isBlank(bytes[index]) else {
                    throw failure("text stands outside of the document")
                }
                index += 1
                continue
            }
            if try passOther(inside: !open.isEmpty) { continue }
            if takes("</") {
                let name = try name()
                skipBlanks()
                guard takes(">"), let last = open.popLast(), last.name == name else {
                    throw failure("this ends no element that is open")
                }
                if open.isEmpty { root = last } else { open[open.count - 1].add(last) }
                continue
            }
            guard root == nil else { throw failure("a second element stands behind the document") }
            guard open.count < Self.deepest else { throw failure("elements nest too deep") }
            let (element, isEmpty) = try start()
            if !isEmpty {
                open.append(element)
            } else if open.isEmpty {
                root = element
            } else {
                open[open.count - 1].add(element)
            }
        }
        guard open.isEmpty, let root else { throw failure("the document does not end") }
        return root
    }

    private func failure(_ reason: String) -> XMLTree.Failure {
        XMLTree.Failure(offset: index, reason: reason)
    }

    private func isBlank(_ byte: UInt8) -> Bool { [9, 10, 13, 32].contains(byte) }

    private mutating func skipBlanks() {
        while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    }

    private mutating func takes(_ text: String) -> Bool {
        guard bytes[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    /// Passes over a comment, a declaration or raw text; false where an element stands here.
    private mutating func passOther(inside: Bool) throws(XMLTree.Failure) -> Bool {
        for (start, end) in [("<!--", "-->"), ("<?", "?>")] where takes(start) {
            try pass(to: end)
            return true
        }
        if inside, takes("<![CDATA[") {
            try pass(to: "]]>")
            return true
        }
        guard !bytes[index...].starts(with: "<!".utf8) else {
            throw failure("a document type is not read")
        }
        return false
    }

    private mutating func pass(to end: String) throws(XMLTree.Failure) {
        let first = Array(end.utf8)
        while index < bytes.count {
            if bytes[index...].starts(with: first) {
                index += first.count
                return
            }
            index += 1
        }
        throw failure("something does not end")
    }

    private mutating func name() throws(XMLTree.Failure) -> String {
        let start = index
        while index < bytes.count,
            bytes[index].isLetter || bytes[index].isDigit || bytes[index] >= 0x80
                || ":_.-".utf8.contains(bytes[index])
        {
            index += 1
        }
        guard index > start, !bytes[start].isDigit else {
            throw failure("a name should stand here")
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func start() throws(XMLTree.Failure) -> (XMLTree, isEmpty: Bool) {
        index += 1
        let element = try name()
        var attributes: [String: String] = [:]
        while true {
            let before = index
            skipBlanks()
            if takes("/>") { return (XMLTree(element, attributes), true) }
            if takes(">") { return (XMLTree(element, attributes), false) }
            guard index > before else { throw failure("a blank should stand here") }
            let key = try name()
            skipBlanks()
            guard takes("=") else { throw failure("an attribute has a value") }
            skipBlanks()
            guard attributes.updateValue(try value(), forKey: key) == nil else {
                throw failure("an attribute stands here twice")
            }
        }
    }

    private mutating func value() throws(XMLTree.Failure) -> String {
        guard index < bytes.count, bytes[index] == 34 || bytes[index] == 39 else {
            throw failure("a value stands in quotes")
        }
        let quote = bytes[index]
        index += 1
        var value: [UInt8] = []
        while index < bytes.count, bytes[index] != quote {
            switch bytes[index] {
            case UInt8(ascii: "<"): throw failure("this must not stand in a value")
            case UInt8(ascii: "&"): value += try reference()
            case let byte:
                value.append(isBlank(byte) ? 32 : byte)
                index += 1
            }
        }
        guard index < bytes.count else { throw failure("a value does not end") }
        index += 1
        return String(decoding: value, as: UTF8.self)
    }

    /// One of the five entities that every document has, or a character by its number.
    private mutating func reference() throws(XMLTree.Failure) -> [UInt8] {
        let known = [
            ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&apos;", "'"),
        ]
        for (entity, text) in known where takes(entity) { return Array(text.utf8) }
        let isHexadecimal = bytes[index...].starts(with: "&#x".utf8)
        guard isHexadecimal || bytes[index...].starts(with: "&#".utf8) else {
            throw failure("there is no such entity")
        }
        let digits = bytes[(index + (isHexadecimal ? 3 : 2))...].prefix(9).prefix { $0 != 59 }
        guard
            let number = UInt32(
                String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(number), scalar.value != 0
        else { throw failure("there is no such character") }
        index += (isHexadecimal ? 3 : 2) + digits.count
        guard takes(";") else { throw failure("a reference ends with a semicolon") }
        return Array(String(scalar).utf8)
    }
}
