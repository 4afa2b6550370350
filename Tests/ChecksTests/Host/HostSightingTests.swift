import Checks
import Rollout
import Testing

/// What a step would say of what was seen of a machine, and what it would leave unsaid.
struct HostSightingTests {
    private static func look(
        _ kind: CheckKind, _ options: String, folder: String = "/"
    ) async throws -> Sighting {
        let check = try #require(try kind.reading("{\(options)}").check)
        return try #require(await check.look(in: .fixture(folder: folder)).seen)
    }

    /// What options make of what was seen, without looking again.
    private static func outcome(
        _ sighting: Sighting, _ kind: CheckKind, _ options: String
    ) throws -> CheckOutcome.Outcome? {
        let check = try #require(try kind.reading("{\(options)}").check)
        return sighting.outcome(check.check)?.outcome
    }

    @Test("of a certificate: a wildcard among its names is told of")
    func certificate() async throws {
        let sighting = try await Self.look(
            .certificate, "path: good.pem", folder: TestPKI.folder)
        #expect(sighting.options["names"] != nil)
        #expect(sighting.unsaid == ["the name DNS:*.wild.example.test"])
    }

    @Test("of a disk: its file system and how it is mounted; its room is told of")
    func disk() async throws {
        let sighting = try await Self.look(.disk, "path: /, used: {maximum: 100}")
        #expect(sighting.unsaid.isEmpty, "\(sighting.unsaid)")
        let seen = DiskCheck.Seen(
            free: 1, total: 2, usedPercent: 50, freeInodes: nil,
            mount: Mounts.entry(of: "/a", in: "22 1 8:1 / / rw - ext4 /dev/sda1 rw"))
        let check = DiskCheck("/a")
        #expect(
            check.seen(in: .seen(seen)) == [
                "options": .object(JSONObject(["equals": .texts(["rw"])])),
                "file-system": .object(JSONObject(["equals": .text("ext4")])),
            ])
        #expect(check.unsaid(in: .seen(seen)) == ["how much room there is, which changes"])
        #expect(check.seen(in: .absent).isEmpty && check.unsaid(in: .absent).isEmpty)
        let again = try #require(
            try CheckKind.disk.reading(
                "{path: /a, options: {equals: [rw]}, file-system: {equals: ext4}}"
            ).check?.check as? DiskCheck)
        let outcome = again.judge(.seen(seen), at: CheckEnvironment.testInstant).result
        #expect(outcome.outcome == .met, "\(outcome.summary)")
    }

    @Test("of a datagram: the reply, where it is a text")
    func udp() async throws {
        try await DatagramServer.with {
            $0
        } _: { server in
            let host = "host: 127.0.0.1, port: \(server.port)"
            let text = try await Self.look(.udp, "\(host), send: ping, expect: pong")
            #expect(text.options == ["expect": .object(JSONObject(["equals": .text("ping")]))])
            let again = "\(host), send: ping, expect: {equals: ping}"
            #expect(try Self.outcome(text, .udp, again) == .met)
            let bytes = try await Self.look(.udp, "\(host), send: {hex: 00ff}")
            #expect(bytes.options.isEmpty)
            #expect(bytes.unsaid == ["the reply: it is no text in UTF-8"])
        }
    }

    @Test("of a group: its number and members, also that there are none")
    func group() throws {
        let seen = GroupCheck("a").seen(in: .there(id: 7, members: []))
        #expect(
            seen == ["id": .number(7), "members": .object(JSONObject(["length": .number(0)]))])
        let none = try #require(
            try CheckKind.group.reading("{name: a, id: 7, members: {length: 0}}").check?.check
                as? GroupCheck)
        let instant = CheckEnvironment.testInstant
        #expect(none.judge(.there(id: 7, members: []), at: instant).result.outcome == .met)
        let other = none.judge(.there(id: 7, members: ["b"]), at: instant).result
        #expect(other.outcome == .unmet)
    }

    @Test("of processes: how many there are, and whose")
    func process() {
        let seen = ProcessCheck("a").seen(in: .init(users: ["b", "b", "a"]))
        #expect(seen["count"] == .number(3))
        #expect(seen["user"] == .object(JSONObject(["equals": .texts(["a", "b"])])))
        #expect(ProcessCheck("a").seen(in: .init(users: [])) == ["running": .boolean(false)])
    }
}
