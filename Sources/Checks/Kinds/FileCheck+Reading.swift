import CanonicalJSON
package import Fields
import LocatedYAML
import Rollout

extension FileCheck {
    package static let kind = CheckKind(
        "file", "Looks at a file of the machine that the checks run on.",
        [
            Keys.path.description, Keys.exists.description, Keys.type.description,
            Keys.mode.description, Keys.owner.description, Keys.group.description,
            Keys.size.description, Keys.age.description, Keys.sha256.description,
            Keys.content.description, Keys.timeout.description,
        ])

    private enum Keys {
        static let path = Field(
            "path", .text, .required,
            "The file; a relative path counts from the checklist's folder, links are followed.")
        static let exists = Field(
            "exists", .boolean, .defaults("true"),
            "Whether it must be there; false is met only where nothing at all is under the path.")
        static let type = Field<FileType>("type", .choice, .optional, "What it must be.")
        static let mode = Field(
            "mode", FileMode.type, .optional,
            "Its permission bits: exactly these, or with at-most these or fewer.")
        static let owner = Field(
            "owner", .text, .optional, "Its owner, by name or number.")
        static let group = Field(
            "group", .text, .optional, "Its group, by name or number.")
        static let size = Field(
            "size", .size, .optional, "Its size: exactly this, or between minimum and maximum.")
        static let age = Field(
            "age", .age, .optional,
            "The time since its content was changed: at most this, or between minimum and maximum.")
        static let sha256 = Field(
            "sha256",
            .scalar(
                "64 hexadecimal digits",
                schema: ["type": ["string", "number"], "pattern": "^[0-9a-fA-F]{64}$"]
            ) { text in
                ContentDigest("sha256:\(text.lowercased())")?.hex
            }, .optional, "The SHA-256 of its content.")
        static let content = Field(
            "content", TextExpectation.type, .optional,
            "A text that it must contain, or more about its first MiB.")
        static let timeout = Field(
            "timeout", .positiveDuration, .defaults("that of the checklist"),
            "How long looking and reading may take.")
    }

    package init?(_ options: MappingReader) {
        var expected = Expected()
        expected.exists = options[Keys.exists] ?? true
        expected.type = options[Keys.type]
        expected.mode = options[Keys.mode]
        expected.owner = options[Keys.owner]
        expected.group = options[Keys.group]
        expected.size = options[Keys.size]
        expected.age = options[Keys.age]
        expected.sha256 = options[Keys.sha256]
        expected.content = options[Keys.content]
        let timeout = options[Keys.timeout]
        guard let path = options[Keys.path] else { return nil }
        guard !path.utf8.contains(0) else {
            options.report("wrong-value", "a path cannot contain a NUL character", at: Keys.path)
            return nil
        }
        if !expected.exists, expected.wantsMore {
            options.report(
                "wrong-value", "a file that must not be there has nothing to compare",
                fix: "remove exists: false, or the other options", at: Keys.exists)
            return nil
        }
        self.init(path, expected: expected, timeout: timeout)
    }
}

extension FileMode {
    private static let equalsKey = Field("equals", bits, .optional, "Exactly these bits.")
    private static let atMostKey = Field(
        "at-most", bits, .optional, "These bits or fewer.")
    private static let shape = Shape(
        "an expectation of a mode", [equalsKey.description, atMostKey.description])

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
            or: .mapping(shape) { options in
                switch (options[equalsKey], options[atMostKey]) {
                case (let bits?, nil): return .equals(bits)
                case (nil, let bits?): return .atMost(bits)
                case (_?, _?):
                    options.report(
                        "wrong-value", "equals and at-most exclude each other",
                        fix: "keep one of them", at: atMostKey)
                    return nil
                case (nil, nil):
                    if !options.has(equalsKey), !options.has(atMostKey) {
                        options.report(
                            "wrong-value", "the mode expects nothing",
                            fix: "add equals or at-most", at: equalsKey)
                    }
                    return nil
                }
            })
    }
}

extension ValueType where Value == Bounds<Int64> {
    /// A size, or its bounds.
    static var size: ValueType {
        let bytes = ValueType<Int64>.scalar(
            "a size in bytes (1024, 10 kB, 4 MiB)", schema: ["type": ["string", "number"]]
        ) { ByteCount.bytes($0) }
        return bounds("the bounds of a size", of: bytes) { Bounds(minimum: $0, maximum: $0) }
    }
}

extension ValueType where Value == Bounds<Duration> {
    /// The greatest age, or its bounds.
    static var age: ValueType {
        bounds("the bounds of an age", of: .duration) { Bounds(maximum: $0) }
    }
}

extension ValueType {
    /// One value, or the least and the greatest.
    fileprivate static func bounds<Bound>(
        _ name: String, of bound: ValueType<Bound>, short: @escaping @Sendable (Bound) -> Value
    ) -> ValueType where Value == Bounds<Bound> {
        let minimum = Field("minimum", bound, .optional, "The least that it may be.")
        let maximum = Field("maximum", bound, .optional, "The greatest that it may be.")
        let shape = Shape(name, [minimum.description, maximum.description])
        return .shorthand(
            bound.map { value, _, _ in short(value) },
            or: .mapping(shape) { options in
                let bounds = Bounds(minimum: options[minimum], maximum: options[maximum])
                guard bounds.minimum != nil || bounds.maximum != nil else {
                    if !options.has(minimum), !options.has(maximum) {
                        options.report(
                            "wrong-value", "the bounds are open on both sides",
                            fix: "add minimum or maximum", at: minimum)
                    }
                    return nil
                }
                if let least = bounds.minimum, let most = bounds.maximum, least > most {
                    options.report(
                        "wrong-value", "the minimum is greater than the maximum",
                        fix: "swap them", at: minimum)
                    return nil
                }
                return bounds
            })
    }
}
