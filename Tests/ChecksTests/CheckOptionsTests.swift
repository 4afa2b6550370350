import Checks
import Fields
import LocatedYAML
import Rollout
import Testing

@Suite("Reading the options of dns, file and command")
struct CheckOptionsTests {
    /// The check that a text describes, and what is wrong with it.
    private func read<Made>(
        _ made: Made.Type, _ kind: CheckKind, _ text: String
    ) throws -> (Made?, Duration?, [String]) {
        let (check, mistakes) = try kind.reading(text)
        return (check?.check as? Made, check?.timeout, mistakes)
    }

    @Test("every option of dns")
    func dns() throws {
        let (check, timeout, mistakes) = try read(
            DNSCheck.self, .dns,
            """
            name: WWW.Example.org.
            type: AAAA
            server: "[::1]:5353"
            contains: 2001:DB8::1
            equals: [2001:db8::1, 2001:db8:0::2]
            lacks: [2001:db8::3]
            within: ["2001:db8::/32"]
            timeout: 3s
            """)
        #expect(mistakes == [])
        #expect(check?.inquiry.name == "www.example.org")
        #expect(check?.inquiry.server == DNSServer(address: "::1", port: 5353))
        let range = try #require(AddressRange("2001:db8::/32"))
        #expect(
            check?.expected.values.terms == [
                .contains(.text("2001:db8::1")), .equals(.texts(["2001:db8::1", "2001:db8::2"])),
                .lacks(.text("2001:db8::3")), .within([range]),
            ])
        #expect(timeout == .seconds(3))
        #expect(check?.subject == "AAAA www.example.org at [::1]:5353")
    }

    @Test("defaults of dns, and the name of an address")
    func dnsDefaults() throws {
        let (plain, _, _) = try read(DNSCheck.self, .dns, "name: a.test")
        #expect(plain?.inquiry == DNSInquiry(name: "a.test", type: .a, server: nil))
        #expect(plain?.expected == DNSCheck.Expected())
        let (reverse, _, mistakes) = try read(DNSCheck.self, .dns, "{name: 192.0.2.7, type: PTR}")
        #expect(mistakes == [])
        #expect(reverse?.inquiry.name == "7.2.0.192.in-addr.arpa")
    }

    @Test(
        "mistakes in dns",
        arguments: [
            ("{type: A}", "a dns check needs the key \"name\""),
            ("{name: a b}", "\"a b\" cannot be a name"),
            ("{name: 192.0.2.1}", "\"192.0.2.1\" is an address, not a name"),
            ("{name: a, type: SSHFP}", "\"SSHFP\" is not one of"),
            ("{name: a, server: ns.test}", "\"ns.test\" is not a name server"),
            (
                "{name: a, type: MX, none: {equals: b}}",
                "cannot be the value of a record of type MX"
            ),
            ("{name: a, contains: b}", "\"b\" cannot be the value of a record of type A"),
            ("{name: a, type: MX, contains: b}", "cannot be the value of a record of type MX"),
            ("{name: a, type: MX, within: 10.0.0.0/8}", "within is for addresses"),
            ("{name: a, within: 10.0.0.1/8}", "is not a range of addresses"),
            ("{name: a, resolves: false, lacks: 192.0.2.1}", "has no values to compare"),
            ("{name: a, resolves: maybe}", "\"maybe\" is not true or false"),
            ("{name: a, timeout: 0s}", "longer than 0"),
            ("{name: a, naem: b}", "has no key \"naem\""),
        ])
    func dnsMistakes(_ text: String, _ message: String) throws {
        let mistakes = try CheckKind.dns.reading(text).mistakes
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.contains(message) == true, "\(mistakes)")
    }

    @Test(
        "mistakes that have to do with several options come together with the others",
        arguments: [
            (CheckKind.dns, "{server: nope, resolves: maybe}", 3),
            (.dns, "{type: MX, contains: b}", 2), (.dns, "{name: a b, type: nope, lacks: x}", 2),
            (.dns, "{name: 192.0.2.1, type: MX, contains: b, within: 10.0.0.0/8, timeout: 0s}", 4),
            (.dns, "{name: a b, resolves: false, lacks: x, timeout: soon}", 4),
            (.file, "{path: \"a\\0b\", exists: false, size: 1, owner: [x]}", 3),
            (.command, "{run: [a, b], shell: true, exit: 256, timeout: 0s}", 3),
            (.tls, "{host: h, minimum-version: 1.3, maximum-version: 1.2, verify: no}", 2),
            (
                .tls,
                "{host: h, client-certificate: none, client-authorities: x, expires: {warn: 1d, fail: 2d}}",
                2
            ),
        ])
    func together(_ kind: CheckKind, _ text: String, _ count: Int) throws {
        let (check, mistakes) = try kind.reading(text)
        #expect(check == nil)
        #expect(mistakes.count == count, "\(mistakes)")
    }

    @Test("every option of file")
    func file() throws {
        let (check, timeout, mistakes) = try read(
            FileCheck.self, .file,
            """
            path: a/b
            type: file
            mode: {at-most: 0640}
            owner: root
            group: 0
            size: {minimum: 1 kB, maximum: 4MiB}
            age: 24h
            sha256: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            content: {contains: [a, b], matches: "^c+$", lacks: d, equals: ""}
            timeout: 5s
            """)
        #expect(mistakes == [])
        #expect(timeout == .seconds(5))
        let expected = check?.expected
        #expect(expected?.mode?.terms == [.atMost(0o640)])
        #expect(expected?.group == "0")
        #expect(expected?.size == .size(minimum: 1000, maximum: 4 << 20))
        #expect(expected?.age == .duration(maximum: .seconds(86_400)))
        #expect(expected?.sha256 == String(repeating: "a", count: 64))
        let pattern = try #require(TextPattern("^c+$"))
        #expect(
            expected?.content?.terms == [
                .contains(.text("a")), .contains(.text("b")), .matches(pattern), .lacks(.text("d")),
                .equals(.text("")),
            ])
        let (short, _, none) = try read(
            FileCheck.self, .file, "{path: a, mode: 0600, size: 10, content: x}")
        #expect(none == [])
        #expect(short?.expected.mode?.terms == [.equals(.mode(0o600))])
        #expect(short?.expected.size?.terms == [.equals(.size(10))])
        #expect(short?.expected.content == .containing("x"))
    }

    @Test(
        "mistakes in file",
        arguments: [
            ("{exists: true}", "needs the key \"path\""),
            ("{path: a, exists: false, size: 1}", "has nothing to compare"),
            ("{path: ~/x, exists: false}", "\"~\" is no folder here"),
            ("{path: ~nora/x, exists: false}", "\"~\" is no folder here"),
            ("{path: $HOME/x, exists: false}", "\"$HOME\" is no variable here"),
            ("{path: /srv/$NAME, exists: false}", "\"$NAME\" is no variable here"),
            ("{path: '/srv/*.txt', exists: false}", "is one file here and no pattern"),
            ("{path: '/srv/?', exists: false}", "is one file here and no pattern"),
            ("{path: '/srv/log.[0-9]', exists: false}", "is one file here and no pattern"),
            ("{path: '/srv/{a,b}.txt', exists: false}", "is one file here and no pattern"),
            ("{path: a, mode: 0888}", "\"0888\" is not three or four octal digits"),
            ("{path: a, mode: {}}", "the expectation expects nothing"),
            ("{path: a, mode: {equals: 0600, at-most: 0600}}", "exclude each other"),
            ("{path: a, size: 1 pound}", "is not a size"),
            ("{path: a, size: {minimum: 2, maximum: 1}}", "the minimum is greater"),
            ("{path: a, size: {}}", "the expectation expects nothing"),
            ("{path: a, age: soon}", "is not a duration"),
            ("{path: a, sha256: abc}", "is not 64 hexadecimal digits"),
            ("{path: a, content: {}}", "the expectation expects nothing"),
            ("{path: a, content: {matches: \"(\"}}", "\"(\" is not a regular expression"),
            ("{path: a, content: {match: x}}", "has no key \"match\""),
            ("{path: a, type: folder}", "is not one of file, directory"),
        ])
    func fileMistakes(_ text: String, _ message: String) throws {
        let mistakes = try CheckKind.file.reading(text).mistakes
        #expect(mistakes.first?.contains(message) == true, "\(mistakes)")
    }

    @Test("every option of command")
    func command() throws {
        let (check, timeout, mistakes) = try read(
            CommandCheck.self, .command,
            """
            run: [echo, no, "", 1.10]
            exit: [0, 3]
            stdout: no
            stderr: {equals: ""}
            directory: sub
            environment: {LEVEL: 3, EMPTY: ""}
            timeout: 1m
            """)
        #expect(mistakes == [])
        #expect(check?.argv == ["echo", "no", "", "1.10"])
        #expect(check?.expected.exit == [0, 3])
        #expect(check?.expected.stdout == .containing("no"))
        #expect(check?.expected.stderr == .equal(to: ""))
        #expect(check?.environment == ["LEVEL": "3", "EMPTY": ""])
        #expect(check?.directory == "sub")
        #expect(timeout == .seconds(60))
        let (shell, _, none) = try read(CommandCheck.self, .command, "{shell: true, run: [a | b]}")
        #expect(none == [])
        #expect(shell?.argv == ["/bin/sh", "-c", "a | b"])
        #expect(CheckKind.command.needsTrust)
    }

    @Test(
        "mistakes in command",
        arguments: [
            ("{exit: 0}", "needs the key \"run\""), ("{run: []}", "needs at least 1 entry"),
            ("{run: ls -l}", "a list, each entry"),
            ("{run: [\"\"]}", "needs the name of a program"),
            ("{run: [a, b], shell: true}", "run has exactly one entry, but this has 2"),
            ("{run: [a], exit: 256}", "\"256\" is not a whole number from 0 to 255"),
            ("{run: [a], exit: []}", "needs at least 1 entry"),
            ("{run: [a], environment: {1A: x}}", "\"1A\" is not the name of a variable"),
            ("{run: [a], shell: yes}", "\"yes\" is not true or false"),
        ])
    func commandMistakes(_ text: String, _ message: String) throws {
        let mistakes = try CheckKind.command.reading(text).mistakes
        #expect(mistakes.first?.contains(message) == true, "\(mistakes)")
    }
}
