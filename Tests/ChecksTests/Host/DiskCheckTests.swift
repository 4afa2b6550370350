import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

@Suite("The disk check")
struct DiskCheckTests {
    @Test("the file system of a folder, as df sees it")
    func real() async throws {
        try await Folder.temporary { folder in
            let met = try await CheckKind.disk.outcome(
                "path: ., free: {minimum: 1}, used: {maximum: 100}, free-inodes: {minimum: 1},"
                    + " options: {length: {minimum: 1}}, file-system: {length: {minimum: 1}}",
                folder: folder.path)
            #expect(met.outcome == .met, "\(met.summary)")
            let free = try #require(met.facts["free-bytes"]?.integer)
            let attributes = try FileManager.default.attributesOfFileSystem(forPath: folder.path)
            let peer = try #require(attributes[.systemFreeSize] as? Int64)
            #expect(abs(free - peer) < 1 << 30, "\(free) \(peer)")
            let unmet = try await CheckKind.disk.outcome(
                "path: ., used: {minimum: 101}", folder: folder.path)
            #expect(unmet.unmet == ["used space in percent of less than that"])
        }
    }

    @Test("a path that is not there is unmet")
    func absent() async throws {
        let outcome = try await CheckKind.disk.outcome("path: /no/such/path, free: {minimum: 1}")
        #expect(outcome.outcome == .unmet)
    }

    private static let mounts = """
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
        30 22 8:2 / /srv/a\\040b rw,nosuid - xfs /dev/sdb rw
        31 22 8:3 / /srv rw - ext4 /dev/sdc rw
        32 22 8:4 / /srv ro,noexec shared:2 master:1 - btrfs server\\043x rw
        33 22 8:5 / /srvx rw - tmpfs tmpfs rw
        broken line
        """

    @Test("the mount of a path: the last of the longest point, read-only where either is")
    func mount() {
        let srv = Mounts.entry(of: "/srv/data", in: Self.mounts)
        #expect(srv?.type == "btrfs" && srv?.source == "server#x")
        #expect(srv?.options == ["noexec", "ro"])
        #expect(Mounts.entry(of: "/srv/a b/c", in: Self.mounts)?.type == "xfs")
        #expect(Mounts.entry(of: "/srvy", in: Self.mounts)?.point == "/")
        #expect(Mounts.entry(of: "/srvx", in: Self.mounts)?.type == "tmpfs")
        #expect(Mounts.entry(of: "/a", in: "") == nil)
    }

    @Test("a mount that is not listed, and a system that does not answer, are undetermined")
    func unknown() {
        var expected = DiskCheck.Expected()
        expected.options = .lacking("noexec")
        let check = DiskCheck("/", expected: expected)
        let seen = DiskCheck.Seen(free: 1, total: 2, usedPercent: 50, freeInodes: nil, mount: nil)
        for observation in [
            DiskCheck.Observation.seen(seen),
            .unknown(Obstacle(.hostUnseen, ["what": "x", "detail": "y"])),
        ] {
            let outcome = check.judge(observation, at: Instant(milliseconds: 0)).result.outcome
            #expect(outcome == .undetermined)
        }
    }

    @Test("a file system without a limit of inodes has room for more, and never too little room")
    func inodes() throws {
        let seen = DiskCheck.Seen(free: 1, total: 2, usedPercent: 50, freeInodes: nil, mount: nil)
        for (word, wanted) in [("minimum", CheckOutcome.Outcome.met), ("maximum", .unmet)] {
            let read = try CheckKind.disk.reading("{path: /, free-inodes: {\(word): 1000}}").check
            let check = try #require(read?.check as? DiskCheck)
            let outcome = check.judge(.seen(seen), at: Instant(milliseconds: 0)).result.outcome
            #expect(outcome == wanted)
        }
    }

    @Test("a check of a disk that expects nothing is a mistake")
    func nothing() throws {
        let mistakes = try CheckKind.disk.reading("{path: /}").mistakes
        #expect(mistakes == ["the check expects nothing"])
    }
}
