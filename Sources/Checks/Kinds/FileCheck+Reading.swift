import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckKind {
    package static let file = CheckKind(
        "file", "Looks at a file of the machine that the checks run on."
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
            "mode", FileMode.type,
            "Its permission bits: exactly these, or with at-most these or fewer.")
        expected.owner = options.optional("owner", .text, "Its owner, by name or number.")
        expected.group = options.optional("group", .text, "Its group, by name or number.")
        expected.size = options.optional(
            "size", .size, "Its size: exactly this, or between minimum and maximum.")
        expected.age = options.optional(
            "age", .age,
            "The time since its content was changed: at most this, or between minimum and maximum.")
        expected.sha256 = options.optional("sha256", .digest, "The SHA-256 of its content.")
        expected.content = options.optional(
            "content", TextExpectation.type,
            "A text that it must contain, or more about its first MiB.")
        options.refuse(
            where: path?.utf8.contains(0) ?? false, "a path cannot contain a NUL character",
            at: "path")
        let others = ["type", "mode", "owner", "group", "size", "age", "sha256", "content"]
        options.refuse(
            where: !expected.exists && others.contains { options.has($0) },
            "a file that must not be there has nothing to compare",
            fix: "remove exists: false, or the other options", at: "exists")
        if let path, !expected.exists, let mistake = ShellPath.mistake(in: path) {
            options.refuse(where: true, mistake.message, fix: mistake.fix, at: "path")
        }
        let read = expected
        return options.make(path) { FileCheck($0, expected: read) }
    }
}

extension FileMode {
    private static var bits: ValueType<UInt16> {
        .scalar(
            "three or four octal digits (0640)",
            schema: ["type": ["string", "number"], "pattern": "^[0-7]{3,4}$"]
        ) { FileMode.bits($0) }
    }

    /// The exact bits, or a mapping that says more.
    static var type: ValueType<FileMode> {
        .shorthand(
            bits.map { bits, _, _ in .equals(bits) },
            or: .options("an expectation of a mode") { options in
                let equals = options.optional("equals", bits, "Exactly these bits.")
                let atMost = options.optional("at-most", bits, "These bits or fewer.")
                options.refuse(
                    where: options.has("equals") && options.has("at-most"),
                    "equals and at-most exclude each other", fix: "keep one of them", at: "at-most")
                options.refuse(
                    where: !options.has("equals") && !options.has("at-most"),
                    "the mode expects nothing", fix: "add equals or at-most", at: "equals")
                return options.make(equals.map { .equals($0) } ?? atMost.map { .atMost($0) }) { $0 }
            })
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

extension ValueType where Value == Bounds<Int64> {
    /// A size, or its bounds.
    static var size: ValueType {
        let bytes = ValueType<Int64>.scalar(
            "a size in bytes (1024, 10 kB, 4 MiB)", schema: ["type": ["string", "number"]]
        ) { ByteCount.bytes($0) }
        return bounds("a range of sizes", of: bytes) { Bounds(minimum: $0, maximum: $0) }
    }
}

extension ValueType where Value == Bounds<Duration> {
    /// The greatest age, or its bounds.
    static var age: ValueType {
        bounds("a range of ages", of: .duration) { Bounds(maximum: $0) }
    }
}

extension ValueType {
    /// One value, or the least and the greatest.
    fileprivate static func bounds<Bound>(
        _ name: String, of bound: ValueType<Bound>, short: @escaping @Sendable (Bound) -> Value
    ) -> ValueType where Value == Bounds<Bound> {
        .shorthand(
            bound.map { value, _, _ in short(value) },
            or: .options(name) { options in
                let least = options.optional("minimum", bound, "The least that it may be.")
                let most = options.optional("maximum", bound, "The greatest that it may be.")
                options.refuse(
                    where: !options.has("minimum") && !options.has("maximum"),
                    "the bounds are open on both sides", fix: "add minimum or maximum",
                    at: "minimum")
                if let least, let most {
                    options.refuse(
                        where: least > most, "the minimum is greater than the maximum",
                        fix: "swap them", at: "minimum")
                }
                return options.make { Bounds(minimum: least, maximum: most) }
            })
    }
}
