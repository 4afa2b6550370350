import Attestation
import Rollout
import Testing

/// Lists of signers beside what `ssh-keygen -Y verify` says of the same text.
struct AllowedSignersTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// The text, in which KEY and OTHER stand for keys.
        let list: String
        var principal: Principal = "nora@example.com"
        /// Nil where the signature counts; `notListed` is for a key without a line.
        var fault: SignatureFault?
        var isNotListed = false
        /// The mistakes by their lines.
        var mistakes: [Int: SignerLineMistake] = [:]
        /// Where we refuse what ssh-keygen takes.
        var isStricter = false

        var testDescription: String { name }
    }

    private static let noon = Sample.instant

    static let cases: [Case] = [
        Case(name: "the principal", list: "nora@example.com KEY"),
        Case(name: "with a comment", list: "nora@example.com KEY nora's laptop"),
        Case(name: "among others", list: "sam@example.com,nora@example.com KEY"),
        Case(name: "quoted", list: #""nora@example.com" KEY"#),
        Case(name: "quoted, several", list: #""sam@example.com,nora@example.com" KEY"#),
        Case(name: "tabs and blanks", list: "  nora@example.com\t \tKEY  "),
        Case(
            name: "comments and blank lines",
            list: "# signers\n\n   \n  # more\nnora@example.com KEY"),
        Case(name: "on the second line", list: "sam@example.com KEY\nnora@example.com KEY"),
        Case(
            name: "for somebody else", list: "sam@example.com KEY",
            fault: .notForPrincipal("nora@example.com", line: 1)),
        Case(
            name: "in another case", list: "Nora@example.com KEY",
            fault: .notForPrincipal("nora@example.com", line: 1)),
        Case(name: "another key", list: "nora@example.com OTHER", isNotListed: true),
        Case(name: "an empty list", list: "", isNotListed: true),
        Case(
            name: "a pattern for a plain key", list: "*@example.com KEY", isNotListed: true,
            mistakes: [1: .patternForKey("*@example.com")], isStricter: true),
        Case(
            name: "everybody", list: "* KEY", principal: "ceo@anything", isNotListed: true,
            mistakes: [1: .patternForKey("*")], isStricter: true),
        Case(
            name: "a question mark", list: "nor?@example.com KEY", isNotListed: true,
            mistakes: [1: .patternForKey("nor?@example.com")], isStricter: true),
        Case(
            name: "taken away", list: "!nora@example.com,nora@example.com KEY",
            fault: .notForPrincipal("nora@example.com", line: 1)),
        Case(
            name: "only taken away", list: "!sam@example.com KEY",
            fault: .notForPrincipal("nora@example.com", line: 1)),
        Case(
            name: "a blank behind the comma", list: "sam@example.com, nora@example.com KEY",
            isNotListed: true, mistakes: [1: .unknownOption("nora@example.com")]),
        Case(
            name: "a quotation mark that is not closed", list: #""nora@example.com KEY"#,
            isNotListed: true, mistakes: [1: .quoteNotClosed]),
        Case(
            name: "a quotation mark within", list: #"no"ra@example.com" KEY"#, isNotListed: true,
            mistakes: [1: .quoteWithin], isStricter: true),
        Case(name: "no key", list: "nora@example.com", isNotListed: true, mistakes: [1: .noKey]),
        Case(
            name: "the authority's option", list: "nora@example.com cert-authority KEY",
            isNotListed: true),
        Case(
            name: "namespace", list: #"nora@example.com namespaces="statement-v1@readiness" KEY"#),
        Case(
            name: "namespace by a pattern",
            list: #"nora@example.com namespaces="git,*@readiness" KEY"#),
        Case(
            name: "an option in capitals", list: #"nora@example.com NameSpaces="*@readiness" KEY"#),
        Case(
            name: "another namespace", list: #"nora@example.com namespaces="git,file" KEY"#,
            fault: .namespaceNotAllowed(SignatureNamespace(Sample.namespace), line: 1)),
        Case(
            name: "namespaces without quotation marks", list: "nora@example.com namespaces=* KEY",
            isNotListed: true, mistakes: [1: .valueNotQuoted("namespaces")]),
        Case(
            name: "time without quotation marks",
            list: "nora@example.com valid-before=20270101Z KEY",
            isNotListed: true, mistakes: [1: .valueNotQuoted("valid-before")]),
        Case(
            name: "an unknown option, and a later line",
            list: "nora@example.com touch-required KEY\nnora@example.com KEY",
            mistakes: [1: .unknownOption("touch-required")]),
        Case(
            name: "an option twice",
            list: #"nora@example.com namespaces="*",namespaces="*" KEY"#, isNotListed: true,
            mistakes: [1: .optionTwice("namespaces")]),
        Case(
            name: "an option without its value", list: "nora@example.com namespaces KEY",
            isNotListed: true, mistakes: [1: .optionWithoutValue("namespaces")]),
        Case(
            name: "a comma at the end", list: "nora@example.com cert-authority, KEY",
            isNotListed: true, mistakes: [1: .unknownOption("")]),
        Case(
            name: "within its time",
            list: #"nora@example.com valid-after="20260101",valid-before="20270101Z" KEY"#),
        Case(
            name: "from that moment on",
            list: #"nora@example.com valid-after="20260801120000Z" KEY"#),
        Case(
            name: "from a second later on",
            list: #"nora@example.com valid-after="20260801120001Z" KEY"#,
            fault: .keyNotYetValid(from: Instant(milliseconds: noon.milliseconds + 1000), line: 1)),
        Case(
            name: "up to that moment", list: #"nora@example.com valid-before="20260801120000Z" KEY"#
        ),
        Case(
            name: "up to a second earlier",
            list: #"nora@example.com valid-before="20260801115959Z" KEY"#,
            fault: .keyExpired(Instant(milliseconds: noon.milliseconds - 1000), line: 1)),
        Case(
            name: "to the minute", list: #"nora@example.com valid-before="202608011200" KEY"#),
        Case(
            name: "ended, and listed for others before",
            list: "sam@example.com KEY\n"
                + #"nora@example.com valid-before="20260801115959Z" KEY"#,
            fault: .keyExpired(Instant(milliseconds: noon.milliseconds - 1000), line: 2)),
        Case(
            name: "ends before it begins",
            list: #"nora@example.com valid-after="20260301",valid-before="20260201" KEY"#,
            isNotListed: true, mistakes: [1: .endsBeforeItBegins]),
        Case(
            name: "a misspelt time", list: #"nora@example.com valid-before="2027-01-01" KEY"#,
            isNotListed: true, mistakes: [1: .notATime("2027-01-01")]),
        Case(
            name: "a day that does not exist",
            list: #"nora@example.com valid-before="20270230" KEY"#,
            isNotListed: true, mistakes: [1: .notATime("20270230")], isStricter: true),
        Case(
            name: "a small z", list: #"nora@example.com valid-before="20270101z" KEY"#,
            isNotListed: true, mistakes: [1: .notATime("20270101z")], isStricter: true),
        Case(
            name: "a key that is not the named type", list: "nora@example.com ssh-rsa BLOB",
            isNotListed: true, mistakes: [1: .otherKeyThanNamed("ssh-rsa")]),
        Case(
            name: "no base64", list: "nora@example.com ssh-ed25519 AAAA!",
            isNotListed: true, mistakes: [1: .keyNotBase64]),
        Case(
            name: "cut off",
            list: "nora@example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAOhB7/zzhC+HXDd",
            isNotListed: true, mistakes: [1: .key(.malformed(.cutOff(.key)))]),
        Case(name: "line ends with carriage returns", list: "nora@example.com KEY\r\n"),
    ]

    @Test("A list lets the same people sign as with ssh-keygen, or fewer", arguments: cases)
    func decided(_ sample: Case) throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put("ed25519", into: keygen)
            let line = try SampleKeys.line("ed25519")
            let other = try SampleKeys.line("other")
            var list = sample.list.split(separator: "KEY", omittingEmptySubsequences: false)
                .joined(separator: line)
            list = list.split(separator: "OTHER", omittingEmptySubsequences: false)
                .joined(separator: other)
            list = list.split(separator: "BLOB", omittingEmptySubsequences: false)
                .joined(separator: String(line.split(separator: " ")[1]))
            let allowed = AllowedSigners(list.utf8, zone: .utc)
            #expect(
                allowed.mistakes
                    == sample.mistakes.sorted { $0.key < $1.key }
                    .map { SignerListMistake(line: $0.key, reason: $0.value) })
            let armored = try keygen.sign(
                Sample.message, key: "ed25519", namespace: Sample.namespace)
            let key = try SSHKey(line: line.utf8).fingerprint
            let fault = sample.isNotListed ? .keyNotListed(key) : sample.fault
            #expect(
                SignatureVerifier(allowed: allowed).fault(armored, by: sample.principal) == fault)
            let theirs = try keygen.verifies(
                armored, over: Sample.message, allowed: Array("\(list)\n".utf8),
                principal: sample.principal.text, namespace: Sample.namespace, at: Sample.time)
            #expect(theirs == (fault == nil || sample.isStricter))
        }
    }

    @Test("A time without Z is one of the zone that is given")
    func zones() throws {
        let berlin = try #require(Zone("Europe/Berlin"))
        let text = #"nora@example.com valid-after="20260801" \#(try SampleKeys.line("other"))"#
        #expect(
            AllowedSigners(text.utf8, zone: berlin).signers.map(\.validAfter)
                == [Instant(rfc3339: "2026-07-31T22:00:00Z")])
        #expect(
            AllowedSigners(text.utf8, zone: .utc).signers.map(\.validAfter)
                == [Instant(rfc3339: "2026-08-01T00:00:00Z")])
    }

    @Test("Hostile texts are refused with their reason")
    func hostile() throws {
        let line = "nora@example.com \(try SampleKeys.line("other"))\n"
        func mistakes(_ bytes: [UInt8]) -> [SignerListMistake] {
            AllowedSigners(bytes, zone: .utc).mistakes
        }
        #expect(
            mistakes(Array("SSHKRL\n\0".utf8) + [0, 0, 0, 1])
                == [SignerListMistake(line: 0, reason: .binaryList)])
        #expect(
            mistakes(Array("nora\0@example.com \(line)".utf8))
                == [SignerListMistake(line: 1, reason: .notText)])
        #expect(
            mistakes([0xFF] + Array(line.utf8)) == [SignerListMistake(line: 1, reason: .notText)])
        #expect(
            mistakes(Array(line.utf8) + Array(repeating: 97, count: 20_000))
                == [SignerListMistake(line: 2, reason: .lineTooLong(most: 16_384))])
        let many = AllowedSigners(
            Array(line.utf8) + Array(repeating: 10, count: 20_001), zone: .utc)
        #expect(many.signers.isEmpty)
        #expect(
            many.mistakes == [SignerListMistake(line: 20_001, reason: .tooManyLines(most: 20_000))])
        #expect(
            mistakes(Array(repeating: 10, count: 4_194_305))
                == [SignerListMistake(line: 0, reason: .tooManyBytes(most: 4_194_304))])
        // It would take ages where each star was tried with each.
        let stars = String(repeating: "*a", count: 2000)
        let slow = AllowedSigners(
            "\(stars)b cert-authority \(try SampleKeys.line("authority"))".utf8, zone: .utc)
        #expect(slow.signers.count == 1)
        #expect(!slow.signers[0].principals.match(String(repeating: "a", count: 5000)))
    }
}
