/// The nodes of a document in a few flat buffers, so that nothing is allocated or freed per node.
struct NodeTree {
    /// Every node in the order of the text; the root is the first.
    var records: [NodeRecord] = []
    /// The texts that do not stand in the source as they are: escapes, folded lines, indentation.
    var copies: [UInt8] = []
    /// For every mapping with merged keys the records of all its keys, own keys first.
    var mergedKeys: [[UInt32]] = []

    /// The record itself, or the one that an alias stands for.
    func resolved(_ node: UInt32) -> UInt32 {
        let record = records[Int(node)]
        return record.shape == .alias ? record.link : node
    }

    /// The record after a node and everything in it.
    func next(after node: UInt32) -> UInt32 {
        let record = records[Int(node)]
        switch record.shape {
        case .scalar, .alias: return node + 1
        case .sequence, .mapping: return record.link
        }
    }

    /// The keys of a mapping: in the order of the text, merged keys last.
    func keys(of mapping: UInt32) -> [UInt32] {
        var keys: [UInt32] = []
        forEachKey(of: mapping) { keys.append($0) }
        return keys
    }

    /// Hands out the keys of a mapping as `keys` lists them, without a list of them.
    func forEachKey(of mapping: UInt32, _ body: (UInt32) -> Void) {
        let record = records[Int(mapping)]
        guard record.extra == 0 else { return mergedKeys[Int(record.extra) - 1].forEach(body) }
        var key = mapping + 1
        while key < record.link {
            body(key)
            key = next(after: key + 1)
        }
    }

    /// Lends the UTF-8 bytes of a scalar.
    func withText<Result>(
        of node: UInt32, in source: UnsafeRawBufferPointer,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        withText(of: records[Int(resolved(node))], in: source, body)
    }

    /// Lends the UTF-8 bytes of a scalar's record.
    func withText<Result>(
        of record: NodeRecord, in source: UnsafeRawBufferPointer,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let range = Int(record.link)..<(Int(record.link) + Int(record.extra))
        guard record.isCopied else { return body(UnsafeRawBufferPointer(rebasing: source[range])) }
        return copies.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
}
