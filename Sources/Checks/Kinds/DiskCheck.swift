package import CanonicalJSON
import Fields
import Files
import Glibc
import LocatedYAML
package import Rollout

/// How much room a file system has, and how it is mounted.
package struct DiskCheck: Check {
    /// What the file system is held against; nil is what the checklist does not say.
    package struct Expected: Hashable, Sendable {
        /// In bytes.
        package var free: ValueExpectation?
        /// In percent.
        package var used: ValueExpectation?
        /// A number of them.
        package var freeInodes: ValueExpectation?
        /// Such as `ro` and `noexec`, each by itself.
        package var options: ValueExpectation?
        package var type: ValueExpectation?

        package init() {}
    }

    /// What was seen.
    package struct Seen: Hashable, Sendable {
        /// In bytes, for programs without the rights of root.
        package let free: Int64
        /// In bytes, with what is kept for root.
        package let total: Int64
        /// As df(1) counts it, rounded up; nil where the file system has no blocks to count.
        package let usedPercent: Int?
        /// Nil where the file system has no limit.
        package let freeInodes: Int?
        /// Nil where the table of mounts does not have it.
        package let mount: Mounts.Entry?

        package init(
            free: Int64, total: Int64, usedPercent: Int?, freeInodes: Int?, mount: Mounts.Entry?
        ) {
            self.free = free
            self.total = total
            self.usedPercent = usedPercent
            self.freeInodes = freeInodes
            self.mount = mount
        }
    }

    /// What the system said.
    package enum Observation: Hashable, Sendable {
        case absent
        case seen(Seen)
        case unknown(Obstacle)
    }

    package let path: String
    package let expected: Expected

    package init(_ path: String, expected: Expected = Expected()) {
        self.path = path
        self.expected = expected
    }

    package var subject: String { path }
    package var machinePath: String? { path }
    package var reach: String { "asks for the file system of \(path)" }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        let (name, whole) = (path, environment.path(path))
        return await CheckThreads.run(environment.timeout) { deadline in
            // A server of files that is gone holds a call for ever.
            CheckThreads.abandonable(deadline) { Self.look(whole, name) }
                ?? Self.unknown(name, "no answer in time")
        }
    }

    private static func unknown(_ path: String, _ detail: String) -> Observation {
        .unknown(Obstacle(.hostUnseen, ["what": "file system of \(path)", "detail": detail]))
    }

    private static func look(_ path: String, _ name: String) -> Observation {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else {
            return errno == ENOENT || errno == ENOTDIR
                ? .absent : unknown(name, SystemError().description)
        }
        // A file system says what it likes: numbers that are none, or too large to count in.
        func number(_ count: some BinaryInteger) -> Int64 {
            min(Int64(clamping: count), Int64.max / 200)
        }
        func bytes(_ blocks: Int64) -> Int64 {
            let (product, isTooMuch) = blocks.multipliedReportingOverflow(
                by: number(status.f_frsize))
            return isTooMuch ? .max : product
        }
        let blocks = number(status.f_blocks)
        let available = number(status.f_bavail)
        let used = max(0, blocks - number(status.f_bfree))
        let countable = used + available
        guard let resolved = realpath(path, nil) else {
            return unknown(name, SystemError().description)
        }
        defer { Glibc.free(resolved) }
        let mounts = (try? ProcFile.bytes("/proc/self/mountinfo", limit: 16 << 20)) ?? []
        return .seen(
            Seen(
                free: bytes(available), total: bytes(blocks),
                usedPercent: countable == 0 ? nil : Int((used * 100 + countable - 1) / countable),
                freeInodes: status.f_files == 0 ? nil : Int(status.f_favail),
                mount: Mounts.entry(
                    of: String(cString: resolved), in: String(decoding: mounts, as: UTF8.self))))
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = ["path": .string(path)]
        guard case .seen(let seen) = observation else { return facts }
        facts["free-bytes"] = .integer(seen.free)
        facts["total-bytes"] = .integer(seen.total)
        if let used = seen.usedPercent { facts["used-percent"] = .integer(Int64(used)) }
        if let inodes = seen.freeInodes { facts["free-inodes"] = .integer(Int64(inodes)) }
        if let mount = seen.mount {
            facts["mount-point"] = .string(mount.point)
            facts["file-system"] = .string(mount.type)
            facts["source"] = .string(mount.source)
            facts["options"] = .array(mount.options.map { .string($0) })
        }
        return facts
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        guard case .seen(let seen) = observation, let mount = seen.mount else { return [:] }
        return [
            "options": .object(JSONObject(["equals": .texts(mount.options)])),
            "file-system": .object(JSONObject(["equals": .text(mount.type)])),
        ]
    }

    /// How much room there is changes all the time.
    package func unsaid(in observation: Observation) -> [String] {
        guard case .seen = observation, expected.free == nil, expected.used == nil,
            expected.freeInodes == nil
        else { return [] }
        return ["how much room there is, which changes"]
    }

    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        let seen: Seen
        switch observation {
        case .unknown(let obstacle): return Judgement([], obstacle: obstacle)
        case .absent:
            return Judgement([Finding("something at \(path)", actual: "nothing", .unmet)])
        case .seen(let found): seen = found
        }
        var findings =
            expected.free?.changing(.size(seen.free), named: "free space of", deadline) ?? []
        let used = "used space in percent of"
        findings +=
            seen.usedPercent.map {
                expected.used?.changing(.number($0), named: used, deadline) ?? []
            }
            ?? (expected.used?.words(of: used) ?? []).map {
                Finding($0, actual: "a file system without blocks to count", .unknown)
            }
        // Without a limit there is room for more than anybody asks for.
        let inodes = TypedValue.number(seen.freeInodes ?? .max)
        findings +=
            expected.freeInodes?.changing(inodes, named: "free inodes of", deadline) ?? []
        for (wanted, value, name) in [
            (
                expected.options, seen.mount.map { TypedValue.texts($0.options) },
                "the mount options"
            ),
            (expected.type, seen.mount.map { .text($0.type) }, "the file system"),
        ] {
            guard let wanted else { continue }
            findings +=
                value.map { wanted.findings(of: $0, named: name, until: deadline) }
                ?? wanted.words(of: name, isList: name.hasSuffix("options")).map {
                    Finding($0, actual: "a mount that is not listed", .unknown)
                }
        }
        return Judgement(findings)
    }

}

extension CheckKind {
    package static let disk = CheckKind(
        "disk", "How much room a file system has, and how it is mounted.",
        sharing: KindFacts.machinePath,
        facts: [
            "path": "The path.", "free-bytes": "What programs without the rights of root may use.",
            "total-bytes": "The size of the file system.",
            "used-percent": "How much is used, as df counts it.",
            "free-inodes": "How many files there is room for, where that is limited.",
            "mount-point": "Where it is mounted.", "file-system": "Its type.",
            "source": "The device or server.", "options": "The options, sorted.",
        ],
        example: """
            - disk: {path: /var, free: {minimum: 20 GiB}, used: {maximum: 80}, free-inodes: {minimum: 100000}}
            - disk: {path: /tmp, options: {contains: [nosuid, nodev]}}
            """
    ) { options in
        let path = options.required(
            "path", .text,
            "A path on the file system; a relative one counts from the checklist's folder.")
        var expected = DiskCheck.Expected()
        expected.free = options.optional(
            "free", .expectation(of: .size),
            "What programs without the rights of root may still use.")
        expected.used = options.optional(
            "used", .expectation(of: .number), "How much is used, in percent as df counts it.")
        expected.freeInodes = options.optional(
            "free-inodes", .expectation(of: .number), "How many more files there must be room for.")
        expected.options = options.optional(
            "options", .expectation(of: .list(.text)), "The options that it is mounted with.")
        expected.type = options.optional(
            "file-system", .expectation(of: .text), "The type of the file system, such as `ext4`.")
        let words = ["free", "used", "free-inodes", "options", "file-system"]
        options.refuse(
            where: options.isWhole && !words.contains { options.has($0) },
            "the check expects nothing", fix: "add free, used, free-inodes, options or file-system",
            at: "path")
        options.refuse(
            where: path?.utf8.contains(0) ?? false, "a path cannot contain a NUL character",
            at: "path")
        let read = expected
        return options.make(path) { DiskCheck($0, expected: read) }
    }
}
