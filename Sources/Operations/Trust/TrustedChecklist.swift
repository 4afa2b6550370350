import CanonicalJSON
package import ChecklistDecoding
import Checks
import Files
package import Rollout

/// A checklist as it was trusted, with everything that the trust is tied to.
package struct TrustedChecklist: Hashable, Sendable {
    /// The path from the root; of a text out of the ledger its digest.
    package let path: String
    package let target: String?
    /// The values that the operator chose, by parameter.
    package let values: [String: String]
    /// The folder that its checks run in.
    package let folder: String
    /// The digest of its text.
    package let text: ContentDigest
    /// The digest of everything that it executes, in words.
    package let executions: ContentDigest
    /// The programs and scripts that it names by a relative path, with the digest of what they held;
    /// nil where there was nothing to read.
    package let programs: [String: ContentDigest?]
    /// When it was trusted.
    package let trustedAt: Instant

    /// What the trust is tied to, as one digest.
    package var digest: ContentDigest { ContentDigest(of: JSONValue.object(bound).canonicalBytes) }

    /// The checklist as it stands now.
    ///
    /// Its programs are read on request alone: a text that nobody trusts must not cost their reading.
    package init(
        _ loaded: LoadedChecklist, readingPrograms: Bool = true, _ context: OperationContext
    ) throws(OperationFailure) {
        path = context.wholeName(loaded.source.description)
        target = loaded.target?.text
        values = loaded.chosen
        folder = try context.home(of: loaded).checksFolder
        text = loaded.checklist.digest
        let all = loaded.executions
        executions = ContentDigest(
            of: JSONValue.array(all.map { .array([.string($0.step.text), $0.execution.json]) })
                .canonicalBytes)
        programs =
            readingPrograms
            ? RelativePrograms(of: all.map(\.execution), folder: folder).digests : [:]
        trustedAt = context.clock()
    }

    private var bound: [String: JSONValue] {
        [
            "text": .string(text.description), "executions": .string(executions.description),
            "folder": .string(folder),
            "programs": .object(
                programs.mapValues { digest in digest.map { .string($0.description) } ?? .null }),
        ]
    }
}

extension TrustedChecklist {
    /// One line of the list.
    var line: String {
        let about: [String: JSONValue] = [
            "path": .string(path), "target": target.map(JSONValue.string) ?? .null,
            "values": .object(values.mapValues(JSONValue.string)),
            "trustedAt": .moment(trustedAt),
        ]
        return JSONValue.object(bound.merging(about) { own, _ in own }).canonicalText
    }

    /// Reads a line of the list; nil for one that says something else, which trusts nothing.
    init?(line: some StringProtocol) {
        guard let members = (try? JSONValue(jsonBytes: Array(line.utf8)))?.members,
            let path = members["path"]?.text, let folder = members["folder"]?.text,
            let text = members["text"]?.text.flatMap({ ContentDigest($0) }),
            let executions = members["executions"]?.text.flatMap({ ContentDigest($0) }),
            let values = members["values"]?.members, let programs = members["programs"]?.members,
            let trustedAt = members["trustedAt"]?.text.flatMap({ Instant(rfc3339: $0) })
        else { return nil }
        self.path = path
        self.folder = folder
        self.text = text
        self.executions = executions
        self.trustedAt = trustedAt
        target = members["target"]?.text
        self.values = values.compactMapValues(\.text)
        self.programs = programs.mapValues { $0.text.flatMap { ContentDigest($0) } }
    }
}
