import Fields
package import LocatedYAML
package import Rollout

/// What the step sets of a checklist are in their files, held against what the checklist says.
package struct SetStates: Sendable {
    /// One use of a set.
    package struct State: Hashable, Sendable {
        package let file: String
        /// The line of the checklist, from 1.
        package let line: Int
        /// The digest that the checklist names; nil where it names none that could be read.
        package let named: ContentDigest?
        /// That of the text in the file.
        package let found: ContentDigest

        package var isCurrent: Bool { named == found }
    }

    /// In the order of the text.
    package let states: [State]
    /// The text of the checklist with the digests of the files in place, and nothing else changed.
    package let upgraded: [UInt8]
    /// Why more than digests would change; then nothing may be written.
    package let obstacles: [Diagnostic]

    /// Reads a checklist and the files of its sets.
    ///
    /// - Throws: Every mistake that keeps a use or a set from being found.
    package init(path: String) throws(Diagnostics) {
        try self.init(path: path, YAMLReader.reading(path: path), given: nil)
    }

    /// Takes the bytes of a checklist as they were read from its path.
    package init(path: String, _ bytes: [UInt8]) throws(Diagnostics) {
        try self.init(
            path: path, YAMLReader.reading(SourceText(path: path, bytes: bytes)), given: bytes)
    }

    private init(path: String, _ reading: YAMLReading, given: [UInt8]?) throws(Diagnostics) {
        guard let document = reading.document, reading.mistakes.isEmpty else {
            throw Diagnostics(reading.mistakes)
        }
        let context = ReadingContext()
        let refusals = ReadingContext()
        if given.map({ $0 != document.source.bytes }) ?? false {
            refusals.report(
                "encoding", "the file begins with a byte order mark, or is not in UTF-8",
                fix: "save it as UTF-8 without a mark", at: document.root)
        }
        let source = SetSource.beside(path)
        var states: [State] = []
        var places: [SourceSpan: ContentDigest] = [:]
        for node in Self.uses(document.root, context) {
            guard let fileNode = node.value(forKey: UseFields.file.key) else {
                context.report(
                    "missing-key", "there is no file of a step set",
                    fix: "write \"file:\" with the path of the set", at: node)
                continue
            }
            guard
                let file = UseFields.file.type.read(
                    fileNode, context.refusingParameters("a file of a set cannot name a parameter"))
            else { continue }
            guard let place = node.value(forKey: UseFields.digest.key), place.kind == .scalar else {
                context.report(
                    "missing-key", "there is no digest to put another one in the place of",
                    fix: "add \"digest: none\" behind the file", at: node)
                continue
            }
            do throws(SetSource.Failure) {
                let found = try source.digest(of: file, usedBy: fileNode)
                places[place.span] = found
                Self.requireOwn(place, of: node, in: refusals)
                states.append(
                    State(
                        file: file,
                        line: place.source.position(at: fileNode.span.start).line,
                        named: ContentDigest(place.text), found: found))
            } catch {
                context.report(
                    "missing-set", "the step set \"\(file)\" \(error.reason)", fix: error.advice,
                    at: fileNode)
            }
        }
        guard context.diagnostics.isEmpty else { throw Diagnostics(context.diagnostics) }
        self.states = states
        obstacles = refusals.diagnostics
        var bytes = document.source.bytes
        for (span, digest) in places.sorted(by: { $0.key.start > $1.key.start }) {
            bytes.replaceSubrange(span.start..<span.end, with: digest.description.utf8)
        }
        upgraded = bytes
    }

    /// The entries of `use`; what is no list, and a list that is too long, is reported.
    private static func uses(_ root: YAMLNode, _ context: ReadingContext) -> [YAMLNode] {
        guard let use = root.value(forKey: ChecklistFields.use.key) else { return [] }
        guard use.kind == .sequence else {
            context.report(
                "wrong-value", "\"use\" is not a list of step sets",
                fix: "write \"- file: …\" below it", at: use)
            return []
        }
        return UsedSets.mayRead(use.items.count, at: use, in: context) ? use.items : []
    }

    /// Reports a digest that stands elsewhere, or that others refer to.
    private static func requireOwn(
        _ digest: YAMLNode, of entry: YAMLNode, in context: ReadingContext
    ) {
        let bytes = digest.source.bytes
        let isOwn = digest.span.start >= entry.span.start && digest.span.end <= entry.span.end
        // An anchor stands between the key and the value.
        let key = entry.entries.first { $0.key.hasText(UseFields.digest.key) }?.key.span.end
        let isReferredTo =
            isOwn
            && bytes[min(key ?? 0, digest.span.start)..<digest.span.start]
                .contains(UInt8(ascii: "&"))
        guard !isOwn || isReferredTo else { return }
        context.report(
            "shared-value", "the digest counts elsewhere as well, by an anchor",
            fix: "write the digest of each use out", at: isOwn ? digest : entry)
    }
}

extension SetSource {
    /// The digest of the text in a file of the folder.
    fileprivate func digest(
        of file: String, usedBy node: YAMLNode
    ) throws(Failure) -> ContentDigest {
        let user = SourceText.User(
            path: node.source.path, position: node.source.position(at: node.span.start))
        let text = try text(file, ContentDigest(of: []), usedBy: user)
        return StepSet.digest(of: text)
    }
}
