import Glibc

extension TreeBuilder {
    /// Reads a scalar, which may be a key.
    mutating func scalar() {
        let style = parser.scalarStyle
        var start = cursor.offset(ofCharacter: parser.start)
        var end = cursor.offset(ofCharacter: parser.end)
        if style == .block { end = endOfBlock(from: start, to: end) }
        var isText = style != .plain
        var anchor: String?
        if parser.scalarHasProperties {
            let tag = parser.tag
            anchor = parser.anchor
            let properties = NodeProperties(
                of: text, from: start, to: end, anchor: anchor != nil, tag: tag != nil)
            if let tag {
                isText = check(tag, on: .scalar, at: properties.tag, else: start) || isText
            }
            start = properties.contentStart
        }
        let node = UInt32(tree.records.count)
        guard append(record(from: start, to: end, style: style, isText: isText)) else { return }
        if let anchor {
            let meaning = AnchorTable.Anchor(record: node, size: 1, height: 0, isOpen: false)
            _ = anchors.define(anchor, as: meaning)
        }
        child(node, isMergeKey: isMergeKey(node))
        attach(node, depth: 0, height: 0)
    }

    /// Reads the start of a sequence or mapping.
    mutating func collection(_ shape: NodeRecord.Shape) {
        var start = cursor.offset(ofCharacter: parser.start)
        let (anchor, tag) = (parser.anchor, parser.tag)
        if anchor != nil || tag != nil {
            let properties = NodeProperties(
                of: text, from: start, to: text.count, anchor: anchor != nil, tag: tag != nil)
            if let tag { _ = check(tag, on: shape, at: properties.tag, else: start) }
            start = properties.contentStart
        }
        let first = SourceSpan(start: start, end: min(start + 1, text.count))
        guard open.count < limits.depth else { return tooDeep(at: first) }
        if open.last?.isMapping == true, open.last?.expectsKey == true { keyIsNotScalar(at: first) }
        let depth = open.last?.depth(ofChild: shape) ?? 1
        let node = UInt32(tree.records.count)
        let before = nodes
        let record = NodeRecord(
            start: UInt32(start), end: UInt32(first.end), link: node + 1, shape: shape)
        guard append(record) else { return }
        let number = anchor.map {
            anchors.define($0, as: .init(record: node, size: 0, height: 0, isOpen: true))
        }
        open.append(
            OpenCollection(
                record: node, isMapping: shape == .mapping, isFlow: parser.isFlow, depth: depth,
                anchor: number, nodesBefore: before, firstKey: keys.count,
                expectsKey: shape == .mapping))
    }

    /// Reads the end of the innermost collection.
    mutating func close() {
        guard let closed = open.popLast() else { return }
        let index = Int(closed.record)
        if closed.isFlow, parser.end > parser.start {
            tree.records[index].end = UInt32(cursor.offset(ofCharacter: parser.end))
        } else if let last = lastEnd {
            // Nothing closes a block collection, nor the mapping in `[key: value]`: libyaml ends
            // both where the next thing begins.
            tree.records[index].end = max(tree.records[index].end, last)
        }
        tree.records[index].link = UInt32(tree.records.count)
        if closed.isMapping { closeMapping(closed) }
        lastEnd = tree.records[index].end
        if let anchor = closed.anchor {
            anchors.close(anchor, size: nodes - closed.nodesBefore, height: closed.height)
        }
        attach(closed.record, depth: closed.depth, height: closed.height)
    }

    /// Takes note of a scalar that is a key; everything else needs no note.
    mutating func child(_ node: UInt32, isMergeKey: Bool) {
        lastEnd = tree.records[Int(node)].end
        guard let last = open.indices.last, open[last].isMapping, open[last].expectsKey else {
            return
        }
        guard isMergeKey else { return keys.append(node) }
        guard let first = open[last].mergeKey else { return open[last].mergeKey = node }
        duplicate(node, of: first)
    }

    /// Refuses a collection, or an alias to one, that lies too deep.
    mutating func tooDeep(at span: SourceSpan) {
        stop(
            "too-deep", "lists and mappings lie more than \(limits.depth) levels deep here",
            fix: "use fewer levels", at: span)
    }

    /// Notes that a list or a mapping stands as a key.
    mutating func keyIsNotScalar(at span: SourceSpan) {
        note(
            "key-not-scalar", "a key is a single text; here a list or a mapping stands as a key",
            fix: "put a text that begins with a bracket or a brace in quotes", at: span)
    }

    /// The record of a scalar; its text is copied only where the source does not show it as it is.
    private mutating func record(
        from start: Int, to end: Int, style: EventParser.ScalarStyle, isText: Bool
    ) -> NodeRecord {
        let value = parser.scalarText
        let quote = style == .quoted ? 1 : 0
        var link = start + quote
        var isCopied = false
        if value.count != end - start - 2 * quote || !isInSource(value, at: link) {
            link = tree.copies.count
            isCopied = true
            tree.copies.append(contentsOf: value)
        }
        return NodeRecord(
            start: UInt32(start), end: UInt32(end), link: UInt32(link), extra: UInt32(value.count),
            shape: .scalar, isPlain: !isText, isCopied: isCopied)
    }

    private func isInSource(_ value: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        guard let bytes = value.baseAddress, let start = text.baseAddress else { return true }
        return memcmp(start + offset, bytes, value.count) == 0
    }

    /// A plain `<<` that stands as a key.
    private func isMergeKey(_ node: UInt32) -> Bool {
        let record = tree.records[Int(node)]
        guard record.extra == 2, record.isPlain, !record.isCopied else { return false }
        let less = UInt8(ascii: "<")
        return text[Int(record.link)] == less && text[Int(record.link) + 1] == less
    }

    /// The end of a block scalar without the empty lines that follow its text.
    private func endOfBlock(from start: Int, to end: Int) -> Int {
        var end = end
        while true {
            while end > start, Byte.isBreak(text[end - 1]) { end -= 1 }
            var line = end
            while line > start, Byte.isBlank(text[line - 1]) { line -= 1 }
            guard line > start, Byte.isBreak(text[line - 1]) else { return end }
            end = line
        }
    }
}
