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
    /// The text of the checklist with the digests of the files in place, in UTF-8.
    package let upgraded: [UInt8]

    /// Reads a checklist and the files of its sets.
    ///
    /// - Throws: Every mistake that keeps a use or a set from being found.
    package init(path: String) throws(Diagnostics) {
        let reading = YAMLReader.reading(path: path)
        guard let document = reading.document, reading.mistakes.isEmpty else {
            throw Diagnostics(reading.mistakes)
        }
        let context = ReadingContext()
        let source = SetSource.beside(path)
        var states: [State] = []
        var places: [SourceSpan: ContentDigest] = [:]
        for node in document.root.value(forKey: ChecklistFields.use.key)?.items ?? [] {
            guard let fileNode = node.value(forKey: UseFields.file.key),
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
        var bytes = document.source.bytes
        for (span, digest) in places.sorted(by: { $0.key.start > $1.key.start }) {
            bytes.replaceSubrange(span.start..<span.end, with: digest.description.utf8)
        }
        upgraded = bytes
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
