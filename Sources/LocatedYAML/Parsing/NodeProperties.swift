/// Where the tag and the content of a node stand, when an anchor or a tag precedes the content.
///
/// libyaml gives one place for the whole node. Its scanner accepted the properties already, so that
/// finding their ends needs no grammar: an anchor is letters, digits, `-` and `_`, and both end at
/// white space at the latest.
struct NodeProperties {
    /// The tag as written; nil where there is none.
    private(set) var tag: SourceSpan?
    /// The first byte of the content; the end of the node where it has none.
    private(set) var contentStart: Int

    /// Reads the properties of a node that stands from `start` to before `end`.
    ///
    /// `anchor` and `tag` say which it has: what follows may belong to the first key of a mapping.
    init(
        of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, anchor: Bool, tag: Bool
    ) {
        var index = start
        var (expectsAnchor, expectsTag) = (anchor, tag)
        scan: while index < end {
            switch text[index] {
            case UInt8(ascii: "&") where expectsAnchor:
                expectsAnchor = false
                index += 1
                while index < end, NodeProperties.isWord(text[index]) { index += 1 }
            case UInt8(ascii: "!") where expectsTag:
                expectsTag = false
                let tagStart = index
                let isVerbatim = index + 1 < end && text[index + 1] == UInt8(ascii: "<")
                while index < end, !Byte.isBlank(text[index]), !Byte.isBreak(text[index]),
                    isVerbatim || !NodeProperties.endsTag(text[index])
                {
                    index += 1
                }
                self.tag = SourceSpan(start: tagStart, end: index)
            case UInt8(ascii: "#"):
                while index < end, !Byte.isBreak(text[index]) { index += 1 }
            case let byte where Byte.isBlank(byte) || Byte.isBreak(byte):
                index += 1
            default:
                break scan
            }
        }
        contentStart = index
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// A list in brackets goes on behind these; only a tag in `!<…>` may hold them.
    private static func endsTag(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
            || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
    }
}
