extension TreeBuilder {
    /// Reads an alias.
    ///
    /// It becomes one record, whatever it stands for, but it counts as all of that: a document that
    /// is small in bytes and huge in values is refused at the alias that makes it too large.
    mutating func alias() {
        let start = cursor.offset(ofCharacter: parser.start)
        let end = cursor.offset(ofCharacter: parser.end)
        let span = SourceSpan(start: start, end: end)
        let node = UInt32(tree.records.count)
        var record = NodeRecord(
            start: UInt32(start), end: UInt32(end), link: 0, shape: .scalar, isPlain: true)
        guard let anchor = target(of: parser.anchor ?? "", at: span) else {
            // An empty scalar in its place, so that later mistakes are found as well.
            guard append(record) else { return }
            child(node, isMergeKey: false)
            return attach(node, depth: 0, height: 0)
        }
        let shape = tree.records[Int(anchor.record)].shape
        let depth = open.last?.depth(ofChild: shape) ?? 1
        guard shape == .scalar || depth - 1 + anchor.height <= limits.depth else {
            return tooDeep(at: span)
        }
        if shape != .scalar, open.last?.isMapping == true, open.last?.expectsKey == true {
            keyIsNotScalar(at: span)
        }
        record = NodeRecord(
            start: UInt32(start), end: UInt32(end), link: anchor.record, shape: .alias)
        guard append(record, nodes: anchor.size) else { return }
        if shape == .scalar {
            child(node, isMergeKey: false)
        } else {
            lastEnd = UInt32(end)
        }
        attach(node, depth: depth, height: anchor.height)
    }

    /// What an alias stands for; nil, with a mistake noted, where it stands for nothing.
    private mutating func target(of name: String, at span: SourceSpan) -> AnchorTable.Anchor? {
        guard let anchor = anchors[name] else {
            note(
                "undefined-alias", "no anchor `&\(Quoted.short(name))` stands before this alias",
                fix: "define the anchor further up, or put a text that begins with `*` in quotes",
                at: span)
            return nil
        }
        guard anchor.isOpen else { return anchor }
        note(
            "recursive-alias", "this alias stands inside the value that it refers to",
            fix: "refer to a value that is complete before the alias", at: span)
        return nil
    }

    /// Checks the tag of a node; true where it says that a scalar is text and nothing else.
    ///
    /// Allowed are the tags of the YAML core schema on the kind of node that they belong to, and
    /// `!`, which says nothing of its own.
    mutating func check(
        _ tag: String, on shape: NodeRecord.Shape, at place: SourceSpan?, else start: Int
    ) -> Bool {
        let core = "tag:yaml.org,2002:"
        let span = place ?? SourceSpan(start: start, end: start + 1)
        let name = tag.hasPrefix(core) ? "!!" + tag.dropFirst(core.count) : tag
        switch name {
        case "!": return shape == .scalar
        case "!!str" where shape == .scalar: return true
        case "!!int" where limits.takesTypeTags, "!!bool" where limits.takesTypeTags,
            "!!float" where limits.takesTypeTags, "!!null" where limits.takesTypeTags:
            if shape == .scalar { return false }
        case "!!map":
            if shape == .mapping { return false }
        case "!!seq":
            if shape == .sequence { return false }
        case "!!str": break
        default:
            note(
                "unknown-tag", "the tag `\(Quoted.short(name))` is not known",
                fix: "remove it, or put a text that begins with `!` in quotes", at: span)
            return false
        }
        let kind =
            switch shape {
            case .sequence: "a list"
            case .mapping: "a mapping"
            case .scalar, .alias: "a single text"
            }
        note(
            "tag-mismatch", "the tag `\(name)` does not fit: this is \(kind)",
            fix: "remove the tag",
            at: span)
        return false
    }
}
