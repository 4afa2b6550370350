import Checks
import Foundation
import Rollout
import Testing

/// How often authorities are read.
struct AuthorityCacheTests {
    @Test("a file is parsed once for all checks of a run, also where they run at once")
    func once() async throws {
        let environment = CheckEnvironment.test()
        try await OpenSSLServer.with(certificate: "good") { port in
            await withTaskGroup(of: CheckOutcome.Outcome.self) { group in
                for _ in 0..<20 {
                    group.addTask { await TLSCheck.test(port).carryOut(in: environment).outcome }
                }
                for await outcome in group { #expect(outcome == .met) }
            }
            #expect(environment.authorities.count == 1)
            _ = await TLSCheck.test(port) { $0.certificate.authorities = "root-and-proxy.pem" }
                .carryOut(in: environment)
            #expect(environment.authorities.count == 2)
        }
    }

    @Test("a file that changes is another file")
    func changed() async throws {
        try await Folder.temporary { folder in
            let root = try Data(contentsOf: URL(fileURLWithPath: TestPKI.path("root.pem")))
            let other = try Data(contentsOf: URL(fileURLWithPath: TestPKI.path("good.pem")))
            try folder.write("ca.pem", other)
            let environment = CheckEnvironment.test(.granted)
            let path = folder.path("ca.pem")
            try await OpenSSLServer.with(certificate: "self-signed") { port in
                let check = TLSCheck.test(port) { $0.certificate.authorities = path }
                #expect(await check.carryOut(in: environment).outcome == .unmet)
                let own = try Data(
                    contentsOf: URL(fileURLWithPath: TestPKI.path("self-signed.pem")))
                try folder.write("ca.pem", root + own)
                #expect(await check.carryOut(in: environment).outcome == .met)
                #expect(environment.authorities.count == 2)
            }
        }
    }

    @Test("a file that lies elsewhere is refused behind one that is permitted")
    func elsewhere() async throws {
        try await Folder.temporary { folder in
            let root = try Data(contentsOf: URL(fileURLWithPath: TestPKI.path("root.pem")))
            try folder.write("root.pem", root)
            let path = folder.path("root.pem")
            let environment = CheckEnvironment.test()
            try await OpenSSLServer.with(certificate: "good") { port in
                #expect(await TLSCheck.test(port).carryOut(in: environment).outcome == .met)
                let check = TLSCheck.test(port) { $0.certificate.authorities = path }
                #expect(await check.carryOut(in: environment).code == .notTrusted)
                let other = CheckEnvironment(
                    folder: folder.path("."), timeout: .seconds(60), commands: .refused,
                    variables: [:], authorities: environment.authorities,
                    clock: { CheckEnvironment.testInstant })
                let away = TLSCheck.test(port) {
                    $0.certificate.authorities = TestPKI.path("root.pem")
                }
                #expect(await away.carryOut(in: environment).outcome == .met)
                #expect(await away.carryOut(in: other).code == .notTrusted)
            }
        }
    }

    @Test("what could not be read is tried again")
    func failure() async throws {
        let environment = CheckEnvironment.test(.granted)
        for _ in 0..<2 {
            let result = await TLSCheck.test(1) { $0.certificate.authorities = "absent.pem" }
                .carryOut(in: environment)
            #expect(result.code == .credentialUnreadable)
        }
        #expect(environment.authorities.count == 2)
    }
}
