import Checks
import Rollout
import Testing

/// Values of YAML at places.
@Suite("Expectations of YAML")
struct YAMLExpectationTests {
    private func outcome(_ yaml: String, _ places: String) async throws -> CheckOutcome {
        try await Folder.temporary { folder in
            try folder.write("a.yaml", yaml.utf8)
            return try await CheckKind.file.outcome(
                "path: a.yaml, yaml: {\(places)}", folder: folder.path)
        }
    }

    @Test(
        "values are found at their places, with their types",
        arguments: [
            ("a: 1", "/a: 1"), ("a: '1'", "/a: '1'"), ("a: [x, z]", "/a/1: z"),
            ("a: {b: true}", "/a/b: true"), ("a: ~", "/a: null"), ("a:", "/a: null"),
            ("a: 0x1F", "/a: 31"), ("a: +5", "/a: 5"), ("a: 1.50", "/a: 1.5"), ("a: .5", "/a: 0.5"),
            ("a: 5.", "/a: 5"), ("a: 5.e+1", "/a: 50"), ("a: .e3", "/a: '.e3'"),
            ("a: 1-2", "/a: '1-2'"), ("a: -2", "/a: {maximum: -1}"),
            ("a: text", "/a: {starts-with: te}"), ("a: 1.2.3", "/a: '1.2.3'"),
            ("a: |\n  x\n", "/a: {contains: x}"), ("- b: 1\n- b: 2\n", "/1/b: 2"),
            ("a: &x 5\nb: *x\n", "/b: 5"), ("a: 1", "/b: absent"), ("a: no", "/b: absent"),
            ("a: !!str 5", "/a: '5'"), ("{\"a\": [1, 2]}", "/a: {length: 2}"),
            ("a: -x", "/a: '-x'"), ("1: 5", "/1: 5"), ("'on': 1", "/on: 1"),
        ])
    func met(_ yaml: String, _ places: String) async throws {
        let result = try await outcome(yaml, places)
        #expect(result.outcome == .met, "\(yaml): \(result.summary)")
    }

    @Test(
        "other values, and none, are unmet",
        arguments: [
            ("a: 1", "/a: '1'"), ("a: '1'", "/a: 1"), ("a: 1", "/b: 1"), ("a: true", "/a: 'true'"),
            ("a: [x]", "/a/1: x"), ("a: [x]", "/a/00: x"), ("a: ~", "/a: absent"),
        ])
    func unmet(_ yaml: String, _ places: String) async throws {
        let result = try await outcome(yaml, places)
        #expect(result.outcome == .unmet, "\(yaml): \(result.summary)")
    }

    @Test(
        "what readers take for different things is undetermined",
        arguments: [
            ("a: no", "/a: {one-of: ['no', false]}"), ("a: On", "/a: present"),
            ("a: 0777", "/a: 777"), ("a: 0o17", "/a: 15"), ("a: 0b1", "/a: 1"),
            ("a: 2026-11-28", "/a: '2026-11-28'"), ("on: 1", "/on: 1"), ("on: 1", "/true: absent"),
            ("a: {~: 1}", "/a/~0: 1"),
            ("a: {null: 1}", "/a: present"), ("a: 5.e1", "/a: 50"), ("a: 1e3", "/a: {minimum: 1}"),
            ("a: 1_0.5e+3", "/a: '1_0.5e+3'"), ("a: 1_000", "/a: {minimum: 1}"),
            ("a: 12:30", "/a: present"),
            ("a: .inf", "/a: {minimum: 1}"), ("a: .nan", "/a: present"),
            ("a: -.INF", "/a: present"),
            ("a: {b: yes}", "/a: {has: b}"), ("a: 1\na: 1", "/a: 1"), ("a: 1\n---\na: 1", "/a: 1"),
            ("a: !!int '1'", "/a: 1"), ("a: !thing 1", "/a: 1"), ("a: [", "/a: absent"),
            ("a: ${b}", "/b: absent"), ("", "/a: absent"), ("\u{0}", "/a: absent"),
        ])
    func undetermined(_ yaml: String, _ places: String) async throws {
        let result = try await outcome(yaml == "a: ${b}" ? "{a: ${b}}" : yaml, places)
        #expect(result.outcome == .undetermined, "\(yaml): \(result.summary)")
    }

    @Test("aliases that would grow without bound are undetermined in little time")
    func bomb() async throws {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            yaml += "a\(level): &a\(level) [\(items)]\n"
        }
        let result = try await outcome(yaml, "/a0: present")
        #expect(result.outcome == .undetermined, "\(result.summary)")
    }

    @Test("nothing of a content is quoted, and a file outside the folder needs trust")
    func privacy() async throws {
        let secret = "kajak-1234"
        for (yaml, places) in [
            ("a: \(secret)", "/a: x"), ("\(secret): 1\n\(secret): 2", "/a: x"),
            ("a: [\(secret)", "/a: x"), ("a: {\(secret): no}", "/a: present"),
        ] {
            let result = try await outcome(yaml, places)
            #expect(result.outcome != .met && !result.summary.contains(secret))
        }
        let result = try await CheckKind.file.outcome(
            "path: /etc/passwd, yaml: {/a: absent}", folder: "/var")
        #expect(result.outcome == .undetermined && result.code == .notTrusted)
    }
}
