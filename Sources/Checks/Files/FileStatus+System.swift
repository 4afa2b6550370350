import Files
import Glibc
import Rollout

extension FileStatus {
    /// Nil where the type is not known.
    init?(_ status: stat) {
        guard let type = FileType(mode: status.st_mode) else { return nil }
        self.init(
            type: type, size: Int64(status.st_size), mode: UInt16(status.st_mode & 0o7777),
            userID: status.st_uid, groupID: status.st_gid,
            user: Self.userName(status.st_uid), group: Self.groupName(status.st_gid),
            modified: Instant(milliseconds: status.modifiedNanoseconds / 1_000_000))
    }

    private static func userName(_ number: uid_t) -> String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 1 << 14)
        guard getpwuid_r(number, &entry, &buffer, buffer.count, &found) == 0,
            let name = found?.pointee.pw_name
        else { return nil }
        return String(cString: name)
    }

    private static func groupName(_ number: gid_t) -> String? {
        var entry = Glibc.group()
        var found: UnsafeMutablePointer<Glibc.group>?
        var buffer = [CChar](repeating: 0, count: 1 << 16)
        guard getgrgid_r(number, &entry, &buffer, buffer.count, &found) == 0,
            let name = found?.pointee.gr_name
        else { return nil }
        return String(cString: name)
    }
}
