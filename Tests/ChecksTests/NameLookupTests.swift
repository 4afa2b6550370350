import Checks
import Testing

@Suite("Finding the addresses of a name")
struct NameLookupTests {
    /// A fresh minute for each look-up, because a busy machine keeps a test waiting.
    private var deadline: Deadline { Deadline(.seconds(60)) }

    @Test("an address is its own answer", arguments: ["127.0.0.1", "::1", "2001:db8::7"])
    func literal(_ address: String) {
        #expect(NameLookup.addresses(of: address, deadline: deadline) == .success([address]))
    }

    @Test("the hosts file is read before any name server is asked")
    func hostsFile() throws {
        let found = try NameLookup.addresses(of: "localhost", deadline: deadline).get()
        #expect(found.contains("127.0.0.1") || found.contains("::1"))
    }

    @Test(
        "names of a server are found, and what it does not have is told apart",
        .disabled(if: Dnsmasq.isMissing))
    func realServer() async throws {
        let options = [
            "--host-record=both.test,127.0.0.2,::2", "--cname=alias.test,both.test",
            "--txt-record=text.test,hello",
        ]
        try await Dnsmasq.run(options) { server in
            func look(_ name: String) -> Result<[String], NameLookup.Failure> {
                NameLookup.addresses(of: name, servers: [server], deadline: deadline)
                    .map { $0.sorted() }
            }
            #expect(look("both.test") == .success(["127.0.0.2", "::2"]))
            #expect(look("alias.test") == .success(["127.0.0.2", "::2"]))
            #expect(look("nothing.test") == .failure(.noSuchName))
            #expect(look("text.test") == .failure(.noAddress))
        }
    }

    @Test(
        "an error of the server is not taken for a missing name",
        arguments: [(UInt16(2), "SERVFAIL"), (5, "REFUSED"), (4, "NOTIMP")])
    func serverErrors(_ code: UInt16, _ word: String) async throws {
        try await DNSResponder.run {
            DNSWire.reply(to: $0.bytes, flags: DNSWire.usual | code)
        } body: {
            let found = NameLookup.addresses(of: "a.test", servers: [$0.server], deadline: deadline)
            guard case .failure(.unreachable(let reason)) = found else {
                Issue.record("\(found)")
                return
            }
            #expect(reason.contains(word))
        }
    }

    @Test("a silent server uses up the deadline and no more")
    func silent() async throws {
        try await DNSResponder.run { _ in
            nil
        } body: { responder in
            let clock = ContinuousClock()
            let began = clock.now
            let found = NameLookup.addresses(
                of: "a.test", servers: [responder.server], deadline: Deadline(.milliseconds(300)))
            #expect(found == .failure(.timedOut))
            #expect(began.duration(to: clock.now) < .seconds(60))
            #expect(responder.questions > 0)
        }
    }

    @Test("a lookup that is told to stop ends long before its time")
    func stop() async throws {
        let deadline = Deadline(.seconds(60))
        try await DNSResponder.run { _ in
            deadline.stop()
            return nil
        } body: { responder in
            let clock = ContinuousClock()
            let began = clock.now
            let found = NameLookup.addresses(
                of: "a.test", servers: [responder.server], deadline: deadline)
            #expect(found == .failure(.stopped))
            #expect(began.duration(to: clock.now) < .seconds(60))
        }
    }

    @Test("a closed port is said at once, with its server")
    func closedPort() throws {
        let server = DNSServer(address: "127.0.0.1", port: try LoopbackSocket.freePort())
        let clock = ContinuousClock()
        let began = clock.now
        let found = NameLookup.addresses(of: "a.test", servers: [server], deadline: deadline)
        #expect(
            found
                == .failure(
                    .unreachable(
                        "\(server): its port is closed"))
        )
        #expect(began.duration(to: clock.now) < .seconds(60))
    }

    @Test("deadline that is over asks nothing")
    func noTime() {
        #expect(
            NameLookup.addresses(of: "a.test", deadline: Deadline(.zero)) == .failure(.timedOut))
    }
}
