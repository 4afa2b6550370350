import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

/// Makes the digests that tie evidence to the rules of a step.
enum StepDigest {
    /// The keys whose values are not hashed as they stand, or not at all.
    private static let replaced = [
        StepFields.forEach.key, StepFields.id.key, StepFields.freshFor.key,
        StepFields.title.key, StepFields.text.key, StepFields.check.key,
        StepFields.sites.key,
    ]

    /// The digests of a step's keys and values but title and text, after substitution, whatever
    /// their order, quotes and comments.
    ///
    /// They are hashed as canonical JSON with every scalar as its text, written straight from the
    /// nodes. `for-each` is left out and the id is the expanded one, so that another value in the
    /// list changes only the steps of that value. How long an outcome counts is part of it also
    /// where the defaults say so: evidence that went stale does not come back because a default was
    /// loosened. So are the sites that `all` stands for, each of which is asked for something.
    static func rules(
        of node: YAMLNode, id: StepID, freshFor: Duration, sites: [SiteID],
        in context: ReadingContext
    ) -> StepRules {
        var members: [(key: String, value: Value)] = []
        members.reserveCapacity(16)
        node.forEachEntry { key, value in
            let key = key.text
            if !replaced.contains(key) { members.append((key, .node(value))) }
        }
        members.append((StepFields.id.key, .text(id.text)))
        members.append((StepFields.freshFor.key, .text(freshFor.language)))
        if !sites.isEmpty {
            members.append((StepFields.sites.key, .texts(sites.sorted().map(\.text))))
        }
        // Where a parameter may stand is looked at where the step is read.
        let context = context.allowingWording
        var others: [UInt8] = []
        others.reserveCapacity(512)
        write(members, to: &others, in: context)
        var checks: [UInt8] = []
        checks.reserveCapacity(512)
        if let node = node.value(forKey: StepFields.check.key) {
            write(node, to: &checks, in: context)
        }
        return StepRules(checks: ContentDigest(of: checks), others: ContentDigest(of: others))
    }

    /// What stands behind a key.
    private enum Value {
        case node(YAMLNode)
        case text(String)
        case texts([String])
    }

    private static func write(
        _ members: [(key: String, value: Value)], to bytes: inout [UInt8],
        in context: ReadingContext
    ) {
        bytes.append(UInt8(ascii: "{"))
        // The order of RFC 8785 is that of the bytes where keys are ASCII, as nearly all are.
        let isASCII = members.allSatisfy { $0.key.utf8.allSatisfy { $0 < 0x80 } }
        let sorted =
            members.count < 2
            ? members
            : members.sorted {
                isASCII ? $0.key < $1.key : JSONValue.precedes($0.key, $1.key)
            }
        for (index, member) in sorted.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONValue.write(member.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            switch member.value {
            case .node(let node): write(node, to: &bytes, in: context)
            case .text(let text): JSONValue.write(text, to: &bytes)
            case .texts(let texts):
                bytes += JSONValue.array(texts.map { .string($0) }).canonicalBytes
            }
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Writes a node; the depth of a document is limited when it is read.
    private static func write(
        _ node: YAMLNode, to bytes: inout [UInt8], in context: ReadingContext
    ) {
        switch node.kind {
        case .scalar:
            // Nearly every scalar is written as it stands.
            if !node.hasByte(UInt8(ascii: "$")) {
                if context.spend(node.textCount, at: node) {
                    node.withText { JSONValue.write($0, to: &bytes) }
                }
            } else {
                JSONValue.write(Substitution.text(of: node, in: context) ?? node.text, to: &bytes)
            }
        case .sequence:
            bytes.append(UInt8(ascii: "["))
            for (index, item) in node.items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(item, to: &bytes, in: context)
            }
            bytes.append(UInt8(ascii: "]"))
        case .mapping:
            var members: [(key: String, value: Value)] = []
            members.reserveCapacity(8)
            node.forEachEntry { key, value in members.append((key.text, .node(value))) }
            write(members, to: &bytes, in: context)
        }
    }
}
