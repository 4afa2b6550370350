import Checks
import Fields
import LocatedYAML
import Rollout
import Testing

@Suite("Every kind of check")
struct CheckKindsTests {
    /// The options of a shape and of the mappings that they are made of.
    private static func keys(_ shape: Shape) -> [(key: String, summary: String)] {
        shape.fields.flatMap { field in
            [(field.key, field.summary)] + (field.shape.map { keys($0) } ?? [])
        }
    }

    @Test("names differ, and each kind and option says what it is for")
    func summaries() {
        #expect(Set(CheckKinds.all.map(\.name)).count == CheckKinds.all.count)
        #expect(!CheckKinds.all.isEmpty)
        for kind in CheckKinds.all {
            #expect(kind.summary.hasSuffix("."), "\(kind.name)")
            let keys = Self.keys(kind.shape)
            for (key, summary) in keys {
                #expect(summary.utf8.count > 10 && summary.hasSuffix("."), "\(kind.name) \(key)")
            }
            let own = kind.shape.fields.map(\.key)
            #expect(Set(own).count == own.count, "\(kind.name) lists an option twice")
            #expect(
                own.suffix(4) == ["timeout", "retry", "parity", "same-as"],
                "\(kind.name) lacks what every kind has")
        }
    }

    @Test("what is required is refused where it is missing, for every kind")
    func required() throws {
        for kind in CheckKinds.all {
            let (check, mistakes) = try kind.reading("{}")
            #expect(check == nil)
            let needed = kind.shape.fields.filter { $0.presence == .required }.map(\.key)
            #expect(!needed.isEmpty, "\(kind.name) would check nothing in particular")
            #expect(mistakes.count == needed.count, "\(kind.name): \(mistakes)")
        }
    }

    @Test("every two mistakes in the options of every kind are reported at once")
    func twoMistakes() throws {
        // No option takes an empty mapping or a list of one, so that each is a mistake by itself.
        for kind in CheckKinds.all {
            let keys = kind.shape.fields.map(\.key)
            for (place, first) in keys.enumerated() {
                for second in keys[(place + 1)...] {
                    let both = try wrong(kind, [first, second])
                    let each = try [wrong(kind, [first]), wrong(kind, [second])]
                    #expect(!each.contains { $0.isEmpty }, "\(kind.name) \(first) \(second)")
                    #expect(
                        both.count >= each[0].count + each[1].count,
                        "\(kind.name) \(first) \(second): \(both)")
                }
            }
        }
    }

    /// What is said of options that are all wrong, but for those that are missing.
    private func wrong(_ kind: CheckKind, _ keys: [String]) throws -> [String] {
        let (check, mistakes) = try kind.reading(
            "{" + keys.map { "\($0): [{}]" }.joined(separator: ", ") + "}")
        #expect(check == nil, "\(kind.name) \(keys)")
        return mistakes.filter { !$0.contains("needs the key") }
    }

    @Test("an option that is there but wrong is never taken for one that is absent")
    func wrongIsNotAbsent() throws {
        for kind in CheckKinds.all {
            let good = try #require(Self.good[kind.name], "\(kind.name) has no good example here")
            let (check, mistakes) = try kind.reading("{\(good)}")
            #expect(check != nil && mistakes == [], "\(kind.name): \(mistakes)")
            let given = good.split(separator: ",").compactMap { $0.split(separator: ":").first }
                .map { $0.filter { $0 != " " } }
            for field in kind.shape.fields where !given.contains(field.key) {
                let (wrong, found) = try kind.reading("{\(good), \(field.key): [{}]}")
                #expect(wrong == nil && !found.isEmpty, "\(kind.name) \(field.key)")
            }
        }
    }

    @Test("whatever executes something says so, and what")
    func execution() throws {
        for kind in CheckKinds.all {
            let good = try #require(Self.good[kind.name])
            let check = try #require(try kind.reading("{\(good)}").check)
            #expect((check.check.execution != nil) == kind.needsTrust, "\(kind.name)")
            #expect(check.definition.kind == kind.name && !check.definition.subject.isEmpty)
        }
    }

    /// The least that each kind needs.
    private static let good = [
        "dns": "name: a.test", "tcp": "host: h, port: 1", "tls": "host: h", "file": "path: a",
        "command": "run: [a]", "activesync": "host: h", "smtp": "host: h",
        "http": "url: 'http://a.test'", "udp": "host: h, port: 1, send: a",
        "port": "port: 1", "process": "name: a", "user": "name: a", "group": "name: a",
        "kernel-parameter": "name: a.b, value: 1", "service": "name: a", "package": "name: a",
        "disk": "path: /, free: {minimum: 1}", "plugin": "run: [a]",
        "certificate": "path: a", "clock": "server: h, maximum: 1s", "interface": "name: a",
        "result": "file: a, format: junit, tests: a",
    ]
}
