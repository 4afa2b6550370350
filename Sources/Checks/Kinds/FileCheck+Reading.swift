import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckKind {
    package static let file = CheckKind(
        "file", "Looks at a file of the machine that the checks run on.",
        sharing: KindFacts.machinePath,
        facts: [
            "path": "The path as the checklist has it.", "exists": "Whether something is there.",
            "type": "What it is.", "size-bytes": "Its size.", "mode": "Its permission bits.",
            "owner": "Its owner.", "group": "Its group.",
            "modified": "When its content was changed.",
            "link-target": "What a symbolic link names.",
            "sha256": "The SHA-256 of its content, where it was asked for.",
        ],
        example: """
            - file: {path: /etc/gateway/client.pem, mode: {at-most: "0640"}, owner: root}
            - file: {path: evidence/backup.log, age: 24h, content: "backup finished"}
            - file: {path: state.json, json: {/status: ok, /nodes: {length: {minimum: 3}}}}
            - file: {path: compose.yaml, yaml: {/services/mail/image: {ends-with: ":4.2"}}}
            - file: {path: /etc/gateway/old.conf, exists: false}
            - file:
                path: exports/users.csv
                size: {minimum: 1 kB, maximum: 20 MiB}
                content: {matches: "^id,name,mail$", lacks: [TODO, "$${"]}
            """
    ) { options in
        let path = options.required(
            "path", .text,
            "The file; a relative path counts from the checklist's folder, links are followed.")
        var expected = FileCheck.Expected()
        expected.exists = options.optional(
            "exists", .boolean, default: true, "true",
            "Whether it must be there; false is met only where nothing at all is under the path.")
        expected.type = options.optional("type", .choice, "What it must be.")
        expected.mode = options.optional(
            "mode", .expectation(of: .mode),
            "Its permission bits: exactly these, or with at-most these or fewer.")
        expected.owner = options.optional("owner", .text, "Its owner, by name or number.")
        expected.group = options.optional("group", .text, "Its group, by name or number.")
        expected.size = options.optional(
            "size", .expectation(of: .size),
            "Its size: exactly this, or between minimum and maximum.")
        expected.age = options.optional(
            "age", .expectation(of: .duration),
            "The time since its content was changed: at most this, or between minimum and maximum.")
        expected.sha256 = options.optional("sha256", .digest, "The SHA-256 of its content.")
        expected.content = options.optional(
            "content", .expectation(of: .content),
            "A text that it must contain, or more about its first MiB.")
        expected.json = options.optional(
            "json", JSONExpectation.type,
            "What its content, read as JSON, must have at some places.")
        expected.yaml = options.optional(
            "yaml", JSONExpectation.type,
            "What its content, read as one document of YAML, must have at some places.")
        options.refuse(
            where: path?.utf8.contains(0) ?? false, "a path cannot contain a NUL character",
            at: "path")
        let others = [
            "type", "mode", "owner", "group", "size", "age", "sha256", "content", "json", "yaml",
        ]
        options.refuse(
            where: !expected.exists && others.contains { options.has($0) },
            "a file that must not be there has nothing to compare",
            fix: "remove exists: false, or the other options", at: "exists")
        if let path, !expected.exists,
            let mistake = ShellPath.mistake(in: path) ?? ForeignPath.mistake(in: path)
        {
            options.refuse(where: true, mistake.message, fix: mistake.fix, at: "path")
        }
        let read = expected
        return options.make(path) { FileCheck($0, expected: read) }
    }
}

extension ValueType where Value == String {
    fileprivate static var digest: ValueType {
        scalar(
            "64 hexadecimal digits",
            schema: ["type": ["string", "number"], "pattern": "^[0-9a-fA-F]{64}$"]
        ) { ContentDigest("sha256:\($0.lowercased())")?.hex }
    }
}
