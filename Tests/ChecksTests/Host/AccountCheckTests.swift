import CanonicalJSON
import Checks
import Rollout
import Testing

@Suite("The user and group checks")
struct AccountCheckTests {
    @Test("root, as every Linux machine has it")
    func root() async throws {
        let met = try await CheckKind.user.outcome(
            "name: root, id: 0, group: {equals: root}, groups: {contains: root}, home: {starts-with: /}"
        )
        #expect(met.outcome == .met, "\(met.summary)")
        #expect(met.facts["id"] == 0)
        let unmet = try await CheckKind.user.outcome(
            "name: root, id: {minimum: 1}, shell: {equals: /nowhere}")
        #expect(unmet.unmet.first == "the number 0" && unmet.unmet.count == 2)
        #expect(try await CheckKind.user.outcome("name: root, exists: false").outcome == .unmet)
        let group = try await CheckKind.group.outcome("name: root, id: 0")
        #expect(group.outcome == .met, "\(group.summary)")
        let members = try await CheckKind.group.outcome("name: root, members: {contains: nobody-x}")
        #expect(members.outcome == .unmet)
    }

    @Test("a name that nobody has is absent")
    func absent() async throws {
        for kind in [CheckKind.user, .group] {
            #expect(try await kind.outcome("name: no-such-one, exists: false").outcome == .met)
            #expect(try await kind.outcome("name: no-such-one").outcome == .unmet)
        }
    }

    @Test("a system that cannot say leaves both undetermined")
    func unknown() {
        let obstacle = Obstacle(.hostUnseen, ["what": "users", "detail": "x"])
        for exists in [true, false] {
            var expected = UserCheck.Expected()
            expected.exists = exists
            let user = UserCheck("a", expected: expected)
            #expect(
                user.judge(.unknown(obstacle), at: Instant(milliseconds: 0)).result.outcome
                    == .undetermined)
            let group = GroupCheck("a", exists: exists)
            #expect(
                group.judge(.unknown(obstacle), at: Instant(milliseconds: 0)).result.outcome
                    == .undetermined)
        }
    }

    @Test(
        "where the name service asks others, absence is not known",
        arguments: [
            ("passwd: files systemd\n", false), ("passwd: compat\n", false),
            ("passwd:\tfiles # ldap\n", false), ("group: ldap\n", false), ("", false),
            ("passwd: files ldap\n", true), ("passwd: sss [NOTFOUND=return] files\n", true),
        ])
    func sources(_ text: String, _ isDoubtful: Bool) async throws {
        try await Folder.temporary { folder in
            try folder.write("nsswitch.conf", text.utf8)
            let doubt = NameSources.doubt(of: "passwd", path: folder.path("nsswitch.conf"))
            #expect((doubt != nil) == isDoubtful)
        }
    }
}
