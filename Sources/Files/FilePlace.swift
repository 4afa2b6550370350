import Glibc

/// Where a file that is open lies, whatever links led to it.
package enum FilePlace {
    /// Whether it lies in a folder or in one below it; no where the system does not say.
    package static func lies(_ descriptor: Int32, in folder: String) -> Bool {
        guard Folder.exists(folder), let file = link("/proc/self/fd/\(descriptor)") else {
            return false
        }
        let folder = resolved(folder)
        return file.hasPrefix(folder == "/" ? folder : "\(folder)/")
    }

    /// A path without links and `..`, as far as the system can say; else as it stands.
    package static func resolved(_ path: String) -> String {
        guard !path.utf8.contains(0), let whole = realpath(path, nil) else { return path }
        defer { free(whole) }
        return String(cString: whole)
    }

    /// What a path names where it is a symbolic link.
    package static func link(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        guard count >= 0 else { return nil }
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
