import Characters
import Fields
import LocatedYAML
package import Rollout

/// A step set that a checklist uses, read as far as is possible without values.
struct StepSet {
    /// The entry of the checklist.
    let node: YAMLNode
    let reader: MappingReader
    let table: ParameterTable
    /// What stands before each id.
    let prefix: String
    let used: UsedSet

    /// Reads the entry and the set that it names; nil where something is wrong, which is reported.
    init?(_ node: YAMLNode, _ source: SetSource, in context: ReadingContext) {
        let literal = context.refusingParameters("only the values of with can name parameters")
        guard let entry = MappingReader(node, as: UseFields.shape, in: literal) else { return nil }
        let file = entry[UseFields.file]
        let digest = entry[UseFields.digest]
        let prefix = Self.prefix(entry, file)
        guard let file, let digest, let prefix,
            let fileNode = entry.node(of: UseFields.file),
            let digestNode = entry.node(of: UseFields.digest)
        else { return nil }
        let text: SourceText
        do throws(SetSource.Failure) {
            text = try source.text(file, digest, usedBy: Self.user(fileNode))
        } catch {
            context.report(
                "missing-set", "the step set \"\(file)\" \(error.reason)", fix: error.advice,
                at: fileNode)
            return nil
        }
        let reading = YAMLReader.reading(text, limits: Self.limits)
        let bytes = Self.bytes(reading, text)
        let found = ContentDigest(of: bytes)
        guard found == digest else {
            context.report(
                "set-changed", "the step set \"\(file)\" has another digest: \(found)",
                fix:
                    "see what it changes with `readiness use --upgrade CHECKLIST`, which takes it over with "
                    + "--write", at: digestNode)
            return nil
        }
        for mistake in reading.mistakes { context.take(mistake) }
        guard let document = reading.document,
            let reader = MappingReader(document.root, as: SetFields.shape, in: context)
        else { return nil }
        _ = (reader[SetFields.version], reader[SetFields.title])
        self.node = node
        self.reader = reader
        self.prefix = prefix
        table = ParameterTable(reader)
        used = UsedSet(file: file, digest: digest, bytes: bytes)
    }

    /// The text as it is hashed for a checklist: in UTF-8, without a byte order mark.
    private static func bytes(_ reading: YAMLReading, _ text: SourceText) -> [UInt8] {
        reading.document?.source.bytes ?? text.bytes
    }

    /// The digest that a checklist has to name for a text.
    static func digest(of text: SourceText) -> ContentDigest {
        ContentDigest(of: bytes(YAMLReader.reading(text, limits: limits), text))
    }

    private static let limits = YAMLLimits(inputBytes: SetSource.mostBytes, nodes: 200_000)

    private static func user(_ node: YAMLNode) -> SourceText.User {
        SourceText.User(
            path: node.source.path, position: node.source.position(at: node.span.start))
    }

    /// The prefix that is written, or the one that the name of the file makes.
    private static func prefix(_ entry: MappingReader, _ file: String?) -> String? {
        if entry.has(UseFields.prefix) { return entry[UseFields.prefix] }
        guard let file else { return nil }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let stem = String(name.prefix { $0 != "." })
        let isID = stem.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isID, (1...64).contains(stem.utf8.count) else {
            entry.report(
                "missing-key",
                "the name of the file is no id, so that it cannot begin those of steps",
                fix: "add \"prefix:\" with an id (a-z, 0-9 and -)", at: UseFields.file)
            return nil
        }
        return stem
    }
}

/// The text of a step set that a checklist uses.
package struct UsedSet: Hashable, Sendable {
    /// The path, as the checklist has it.
    package let file: String
    package let digest: ContentDigest
    /// In UTF-8.
    package let bytes: [UInt8]

    /// Each text once, in their order.
    static func each(_ sets: [UsedSet]) -> [UsedSet] {
        var seen: Set<ContentDigest> = []
        return sets.filter { seen.insert($0.digest).inserted }
    }
}
