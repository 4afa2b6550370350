import Foundation
import Testing

@Suite("People sign in the browser with passkeys", .timeLimit(.minutes(10)))
struct BrowserTests {
    @Test(
        "Enrol, confirm, sign in, sign off, waive, poll and decide; ssh-keygen and openssl agree",
        .disabled(if: Browser.isMissing))
    func walked() async throws {
        try await ServerWalk.walk(
            #"""
            owner="--as bea@example.com --key bea"
            PAGES=http://localhost:$PORT
            export PAGES AXE="\#(Browser.axe)" PICTURES=${PICTURES:-}
            "$READINESS" signers --update $owner --origin $PAGES
            # A rollout is on the server once somebody signed on it.
            rm checklists/present.txt
            "$READINESS" run checklists/sample.yaml --as ann@example.com --key ann || true
            "\#(Browser.python)" "\#(Browser.scripts)/walk.py" \#(SampleChecklist.day(in: 7))
            "$READINESS" status checklists/sample.yaml > status || true
            "$READINESS" report checklists/sample.yaml --format markdown > report.md || true
            "$READINESS" log --format json > log
            "$READINESS" enrol > enrolled
            "$READINESS" audit > audited
            "$READINESS" export checklists/sample.yaml --output bundle
            "$READINESS" verify bundle > verified
            cd bundle
            while read -r number name; do
                ssh-keygen -Y verify -f allowed_signers -I $name -n statement-v1@readiness -s statements/$number.sig < statements/$number.json
            done < statements/INDEX > ../good
            # The same with openssl alone, of what a passkey signed last.
            for file in statements/*.sig; do
                sed '1d;$d' $file | base64 -d | grep -aq webauthn && last=$file || true
            done
            "\#(Browser.python)" "\#(Browser.scripts)/parts.py" $last
            openssl pkey -pubin -inform DER -in key.der -out key.pem
            { cat authenticatorData; openssl dgst -sha256 -binary clientDataJSON; } > signed
            openssl dgst -sha256 -verify key.pem -signature signature signed > ../openssl
            { printf 'SSHSIG\0\0\0\026statement-v1@readiness\0\0\0\0\0\0\0\006sha512\0\0\0\100'
                openssl dgst -sha512 -binary "${last%.sig}.json"; } | basenc --base64url -w0 | tr -d = > challenge
            grep -qF "\"challenge\":\"$(cat challenge)\"" clientDataJSON
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let seen = try JSONDecoder().decode(
                Seen.self, from: Data(try workspace.read("seen").utf8))
            seen.check()
            #expect(try workspace.read("looks") == "[]")
            let good = try workspace.read("good").split(separator: "\n")
            #expect(good.count >= 6 && good.allSatisfy { $0.hasPrefix("Good") }, "\(good)")
            #expect(try workspace.read("openssl") == "Verified OK\n")
            #expect(try workspace.read("audited").contains("Everything is as it was recorded"))
            #expect(
                try workspace.read("audited").contains("made in the browser at http://localhost:"))
            #expect(
                try workspace.read("verified").contains(
                    "who signed in the browser at http://localhost:"))
            #expect(try workspace.read("verified").contains("bundle: verified"))
            let status = try workspace.read("status")
            #expect(status.contains("GO"), "\(status)")
            let log = try workspace.read("log")
            #expect(log.contains(#""kind":"enrolment""#))
            #expect(try workspace.read("report.md").contains("in the browser at"))
        }
    }

    /// What the pages said.
    private struct Seen: Decodable {
        let words: [String: String]
        let refusedByPolicy: [String]

        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let all = try decoder.container(keyedBy: Key.self)
            let log = Key(stringValue: "log of the browser")
            refusedByPolicy = try all.decode([String].self, forKey: log)
            words = try all.allKeys.filter { $0.stringValue != log.stringValue }.reduce(
                into: [:]
            ) { words, key in
                words[key.stringValue] = try all.decode(String.self, forKey: key)
            }
        }

        func check() {
            let expected = [
                "from the rollout": "/rollouts/sample/sign",
                "link used twice": "The link was used already",
                "not confirmed": "has not confirmed the passkey",
                "shown": #""note":"Change 7 <b>&\"'""#,
                "not verified": "Nothing was signed",
                "signed": "Recorded as entry", "not by": "ann@example.com",
                "signed out": "/sign-in", "session after that": "401", "cookie": "True True Lax",
                "reviewed": "Recorded as entry",
                "waived": "Recorded as entry", "polled": "Recorded as entry",
                "superseded": "no longer what would be recorded", "decided": "Recorded as entry",
            ]
            for (name, words) in expected {
                let said = self.words[name] ?? ""
                #expect(said.contains(words), "\(name): \(said)")
            }
            #expect(words["signed in"]?.isEmpty == true)
            #expect(words["attempts"]?.isEmpty == true, "\(words["attempts"] ?? "")")
            #expect(words["not by"]?.contains("Recorded") == false)
            #expect(refusedByPolicy.isEmpty, "\(refusedByPolicy)")
        }
    }
}
