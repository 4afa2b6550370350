import CLibGumbo

/// Reads HTML into the pieces that a reader sees, with the parser that reads it as browsers do.
struct HTMLReader {
    /// More tags than this are no post: the longest known have some four hundred, and what a parser
    /// makes of unclosed ones grows faster than their number.
    static let mostTags = 4000
    /// More bytes than this are no post: the longest known have ten thousand.
    static let mostBytes = 1 << 20

    /// Why a text is not read.
    enum Refusal: Error, Hashable {
        case tooLong, tooManyTags
    }

    private var blocks: [TextBlock] = []
    private var links: [PostLink] = []
    private var flow = TextFlow()
    private var lists = 0
    /// How many elements are open that strike out what is in them.
    private var strikes = 0
    /// How many elements are open that blur what is in them.
    private var veils = 0
    /// How many elements are open that make what is in them stand out.
    private var emphases = 0
    /// Whether the open block has words that do not stand out.
    private var hasPlainWords = false
    /// What the next block is.
    private var kind = TextBlock.Kind.paragraph
    /// The cells so far of the row that is being read; nil outside of rows.
    private var cells: [RowSpans.Cell]?
    /// What reaches down from the rows above in the table that is being read.
    private var spans = RowSpans()
    /// Where the text of the open link began, with its address.
    private var link: (address: String, start: Int)?
    /// Where the text of the open code began.
    private var codeStart: Int?
    private var code: Set<String> = []

    /// Reads a fragment of HTML.
    static func read(_ html: String) throws(Refusal) -> PostText {
        let bytes = Array(html.utf8)
        guard bytes.count <= mostBytes else { throw .tooLong }
        guard tags(in: bytes) <= mostTags else { throw .tooManyTags }
        var reader = HTMLReader()
        withUnsafePointer(to: kGumboDefaultOptions) { defaults in
            var options = defaults.pointee
            options.max_errors = 0
            options.fragment_context = GUMBO_TAG_BODY
            bytes.withUnsafeBufferPointer { buffer in
                buffer.withMemoryRebound(to: CChar.self) { text in
                    guard let start = text.baseAddress,
                        let output = gumbo_parse_with_options(&options, start, text.count)
                    else { return }
                    reader.walk(output.pointee.root)
                    gumbo_destroy_output(&options, output)
                }
            }
        }
        reader.endBlock()
        return PostText(blocks: reader.blocks, links: reader.links, code: reader.code)
    }

    /// The number of places where a tag could begin.
    private static func tags(in bytes: [UInt8]) -> Int {
        var count = 0
        var isAfterBracket = false
        for byte in bytes {
            if isAfterBracket, (byte | 32) >= 97, (byte | 32) <= 122 { count += 1 }
            isAfterBracket = byte == UInt8(ascii: "<")
        }
        return count
    }

    /// Goes through the nodes without recursion, however deep they nest.
    private mutating func walk(_ root: UnsafeMutablePointer<GumboNode>) {
        var path: [(node: UnsafeMutablePointer<GumboNode>, next: Int)] = []
        if enter(root) { path.append((root, 0)) }
        while let (node, next) = path.last {
            let children = node.pointee.v.element.children
            guard next < Int(children.length), let child = children.data[next] else {
                leave(node.pointee.v.element)
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let inner = child.assumingMemoryBound(to: GumboNode.self)
            if enter(inner) { path.append((inner, 0)) }
        }
    }

    /// Takes a text; tells whether the node is an element whose children are to be read.
    private mutating func enter(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
        switch node.pointee.type {
        case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
            // What is struck out holds no longer.
            guard strikes == 0 else {
                flow.appendBlank()
                return false
            }
            guard veils == 0 else {
                flow.append(LockedText.blot.utf8)
                return false
            }
            if let text = node.pointee.v.text.text {
                if emphases == 0, node.pointee.type == GUMBO_NODE_TEXT { hasPlainWords = true }
                flow.append(
                    UnsafeRawBufferPointer(start: text, count: Self.length(of: text)))
            }
            return false
        case GUMBO_NODE_ELEMENT: return enter(node.pointee.v.element)
        default: return false
        }
    }

    private static func length(of text: UnsafePointer<CChar>) -> Int {
        var length = 0
        while text[length] != 0 { length += 1 }
        return length
    }

    private mutating func enter(_ element: GumboElement) -> Bool {
        guard element.tag_namespace == GUMBO_NAMESPACE_HTML else { return false }
        switch element.tag {
        case GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT,
            GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_TITLE, GUMBO_TAG_SELECT,
            GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_PLAINTEXT, GUMBO_TAG_XMP:
            return false
        case GUMBO_TAG_UL, GUMBO_TAG_OL:
            endBlock()
            lists += 1
        case GUMBO_TAG_LI:
            endBlock()
            kind = .item
        case GUMBO_TAG_TABLE:
            endBlock()
            spans = RowSpans()
        case GUMBO_TAG_TR:
            endBlock()
            cells = []
        case GUMBO_TAG_TD, GUMBO_TAG_TH: endCell(of: nil)
        case GUMBO_TAG_CODE: codeStart = flow.count
        case GUMBO_TAG_A:
            if let address = Self.address(of: element) { link = (address, flow.count) }
        case _ where Self.isBlock(element.tag): endBlock()
        default: break
        }
        if Self.isStruck(element) { strikes += 1 }
        if Self.isBlurred(element) { veils += 1 }
        if Self.standsOut(element.tag) { emphases += 1 }
        return true
    }

    private mutating func leave(_ element: GumboElement) {
        let tag = element.tag
        switch tag {
        case GUMBO_TAG_UL, GUMBO_TAG_OL:
            endBlock()
            lists -= 1
        case GUMBO_TAG_TD, GUMBO_TAG_TH: endCell(of: element)
        case GUMBO_TAG_TR:
            endCell(of: nil)
            let cells = spans.row(of: cells ?? [])
            self.cells = nil
            kind = .paragraph
            hasPlainWords = false
            guard !cells.isEmpty else { return }
            blocks.append(
                TextBlock(.row(cells), depth: lists, cells.joined(separator: " ")))
        case GUMBO_TAG_A:
            guard let open = link else { return }
            links.append(PostLink(address: open.address, text: flow.text(from: open.start)))
            link = nil
        case GUMBO_TAG_CODE:
            if let start = codeStart { code.insert(flow.text(from: start)) }
            codeStart = nil
        case GUMBO_TAG_LI:
            endBlock()
            kind = .paragraph
        case _ where Self.isBlock(tag): endBlock()
        default: break
        }
        if Self.isStruck(element) { strikes -= 1 }
        if Self.isBlurred(element) { veils -= 1 }
        if Self.standsOut(tag) { emphases -= 1 }
    }

    private static func standsOut(_ tag: GumboTag) -> Bool {
        switch tag {
        case GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
            GUMBO_TAG_B, GUMBO_TAG_STRONG:
            true
        default: false
        }
    }

    /// Whether an element strikes out what is in it, by its name or by its style.
    private static func isStruck(_ element: GumboElement) -> Bool {
        switch element.tag {
        case GUMBO_TAG_S, GUMBO_TAG_STRIKE, GUMBO_TAG_DEL: return true
        default:
            return attribute("style", of: element)?.lowercased().holds("line-through") ?? false
        }
    }

    /// Whether an element blurs what is in it: then it is filler in place of what is hidden.
    private static func isBlurred(_ element: GumboElement) -> Bool {
        guard element.attributes.length > 0 else { return false }
        return attribute("class", of: element)?.lowercased().holds("blur") ?? false
            || attribute("style", of: element)?.lowercased().holds("blur(") ?? false
    }

    /// Ends a paragraph or an item; within a cell it is a blank only.
    private mutating func endBlock() {
        guard cells == nil else { return flow.appendBlank() }
        let text = flow.take()
        let isHeading = !hasPlainWords
        hasPlainWords = false
        if var open = link {
            open.start = 0
            link = open
        }
        if codeStart != nil { codeStart = 0 }
        let kind = kind
        self.kind = .paragraph
        guard !text.isEmpty else {
            // An item that begins with a paragraph is still one.
            if kind == .item { self.kind = .item }
            return
        }
        var block =
            kind == .paragraph
            ? TextBlock(line: text, depth: lists) : TextBlock(kind, depth: lists, text)
        block.isHeading = isHeading
        blocks.append(block)
    }

    /// Ends a cell, which may be empty, or what stands between cells, which then is none.
    private mutating func endCell(of element: GumboElement?) {
        guard cells != nil else { return }
        let text = flow.take()
        guard let element else {
            if !text.isEmpty { cells?.append(RowSpans.Cell(text: text)) }
            return
        }
        cells?.append(
            RowSpans.Cell(
                text: text, columns: Self.count("colspan", of: element),
                rows: Self.count("rowspan", of: element)))
    }

    /// How many columns or rows a cell reaches over; 1 where it does not say.
    private static func count(_ name: String, of element: GumboElement) -> Int {
        attribute(name, of: element).flatMap { Int($0) }.map { min(max($0, 1), 1000) } ?? 1
    }

    private static func isBlock(_ tag: GumboTag) -> Bool {
        switch tag {
        case GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_BR, GUMBO_TAG_HR, GUMBO_TAG_TABLE,
            GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
            GUMBO_TAG_PRE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,
            GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_DD,
            GUMBO_TAG_CAPTION, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_MAIN:
            true
        default: false
        }
    }

    /// The address of a link; nil where it has none.
    private static func address(of element: GumboElement) -> String? {
        let text = attribute("href", of: element) ?? ""
        return text.isEmpty ? nil : text
    }

    private static func attribute(_ name: String, of element: GumboElement) -> String? {
        var attributes = element.attributes
        guard attributes.length > 0 else { return nil }
        return gumbo_get_attribute(&attributes, name)?.pointee.value.map { String(cString: $0) }
    }
}
