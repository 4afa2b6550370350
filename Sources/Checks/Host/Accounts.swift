import Glibc

/// Users and groups as the system's name service knows them.
enum Accounts {
    /// A user.
    struct User: Hashable, Sendable {
        let name: String
        let id: UInt32
        let groupID: UInt32
        let home: String
        let shell: String
    }

    /// A group with the members that are listed with it.
    struct Group: Hashable, Sendable {
        let name: String
        let id: UInt32
        let members: [String]
    }

    /// The system could not say.
    struct Failure: Error {
        let code: Int32
    }

    /// The largest entry that is read.
    private static let mostBytes = 1 << 22

    /// Nil where the system says that there is none.
    static func user(named name: String) throws(Failure) -> User? {
        try look(
            passwd(), { getpwnam_r(name, $0, $1, $2, $3) },
            { entry in
                User(
                    name: String(cString: entry.pw_name), id: entry.pw_uid, groupID: entry.pw_gid,
                    home: String(cString: entry.pw_dir), shell: String(cString: entry.pw_shell))
            })
    }

    static func group(named name: String) throws(Failure) -> Group? {
        try look(Glibc.group(), { getgrnam_r(name, $0, $1, $2, $3) }, group)
    }

    static func group(_ id: UInt32) throws(Failure) -> Group? {
        try look(Glibc.group(), { getgrgid_r(id, $0, $1, $2, $3) }, group)
    }

    private static func group(_ entry: Glibc.group) -> Group {
        var members: [String] = []
        var place = entry.gr_mem
        while let name = place?.pointee {
            members.append(String(cString: name))
            place = place?.advanced(by: 1)
        }
        return Group(name: String(cString: entry.gr_name), id: entry.gr_gid, members: members)
    }

    /// The name of a user, or the number where there is none.
    static func userName(_ id: UInt32) -> String {
        let name = try? look(
            passwd(), { getpwuid_r(id, $0, $1, $2, $3) }, { String(cString: $0.pw_name) })
        return (name ?? nil) ?? String(id)
    }

    /// The groups of a user, the first one too, by number.
    static func groups(of user: User) throws(Failure) -> [UInt32] {
        var size: Int32 = 64
        while size <= 65_536 {
            var groups = [gid_t](repeating: 0, count: Int(size))
            var count = size
            if getgrouplist(user.name, user.groupID, &groups, &count) >= 0 {
                return Array(groups.prefix(Int(count)))
            }
            size *= 4
        }
        throw Failure(code: ERANGE)
    }

    /// Looks an entry up with a buffer that grows as far as it must.
    private static func look<Entry, Made>(
        _ empty: Entry,
        _ ask: (
            UnsafeMutablePointer<Entry>, UnsafeMutablePointer<CChar>, Int,
            UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>
        ) -> Int32, _ make: (Entry) -> Made
    ) throws(Failure) -> Made? {
        var size = 1 << 12
        while size <= mostBytes {
            var entry = empty
            var found: UnsafeMutablePointer<Entry>?
            let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: size)
            defer { buffer.deallocate() }
            switch ask(&entry, buffer, size, &found) {
            case 0: return found == nil ? nil : make(entry)
            case ERANGE: size *= 4
            case EINTR: continue
            case let code: throw Failure(code: code)
            }
        }
        throw Failure(code: ERANGE)
    }
}
