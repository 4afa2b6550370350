extension TreeBuilder {
    static let duplicateKey = "duplicate-key"

    /// Looks for keys that stand twice, and carries out a merge.
    mutating func closeMapping(_ mapping: OpenCollection) {
        defer { keys.removeLast(keys.count - mapping.firstKey) }
        keyTable.removeAll()
        for position in mapping.firstKey..<keys.count where !isFinished {
            let key = keys[position]
            if let first = keyTable.insert(key, of: tree) { duplicate(key, of: first) }
        }
        guard let mergeKey = mapping.mergeKey, !isFinished else { return }
        merge(valueOf: mergeKey, into: mapping)
    }

    /// Notes that a key stands twice in one mapping.
    mutating func duplicate(_ key: UInt32, of first: UInt32) {
        let place = source.position(at: Int(tree.records[Int(first)].start))
        let text = tree.withText(of: key, in: UnsafeRawBufferPointer(text)) {
            Quoted.short(String(decoding: $0.prefix(200), as: UTF8.self))
        }
        let isMerge = open.last?.mergeKey == first
        note(
            Self.duplicateKey,
            "the key `\(text)` stands twice in one mapping; "
                + "the first one is at line \(place.line), column \(place.column)",
            fix: isMerge
                ? "merge several mappings with one list: `<<: [*one, *two]`"
                : "remove one of the two, or rename it", at: span(of: key))
    }

    /// Adds the keys of other mappings: the mapping's own keys win, then earlier mappings.
    private mutating func merge(valueOf key: UInt32, into mapping: OpenCollection) {
        var merged = Array(keys[mapping.firstKey...])
        for item in mergedItems(of: key + 1) where !isFinished {
            let target = tree.resolved(item)
            guard tree.records[Int(target)].shape == .mapping else {
                mergeIsNotMapping(item)
                continue
            }
            for key in tree.keys(of: target) where keyTable.insert(key, of: tree) == nil {
                merged.append(key)
            }
        }
        tree.mergedKeys.append(merged)
        tree.records[Int(mapping.record)].extra = UInt32(tree.mergedKeys.count)
    }

    /// What a merge key asks for: one mapping, or a list of them, earlier ones first.
    private func mergedItems(of value: UInt32) -> [UInt32] {
        let target = tree.resolved(value)
        let record = tree.records[Int(target)]
        guard record.shape == .sequence else { return [value] }
        var items: [UInt32] = []
        var item = target + 1
        while item < record.link {
            items.append(item)
            item = tree.next(after: item)
        }
        return items
    }

    private mutating func mergeIsNotMapping(_ item: UInt32) {
        let span = span(of: item)
        // An alias that stands for nothing was noted as such.
        let isAlias = span.start < text.count && text[span.start] == UInt8(ascii: "*")
        guard !isAlias || tree.records[Int(item)].shape == .alias else { return }
        note(
            "merge-not-mapping", "`<<` takes a mapping or a list of mappings",
            fix: "refer to a mapping, as in `<<: *name`, or put the key in quotes", at: span)
    }

    private func span(of node: UInt32) -> SourceSpan {
        let record = tree.records[Int(node)]
        return SourceSpan(start: Int(record.start), end: Int(record.end))
    }
}
