package import Files
import Glibc
package import Rollout

/// The files of a store as a whole: how much there is, and what nobody needs any more.
extension ContentStore {
    /// A file of the store.
    package struct Kept: Hashable, Sendable {
        package let digest: ContentDigest
        /// In bytes.
        package let size: Int
        /// When it was brought last, in nanoseconds since 1970.
        package let broughtAt: Int64

        package init(digest: ContentDigest, size: Int, broughtAt: Int64) {
            self.digest = digest
            self.size = size
            self.broughtAt = broughtAt
        }
    }

    /// Every file of the store, in no order; what has no digest for a name is left out.
    package func all() throws(FileFailure) -> [Kept] {
        guard Folder.exists(files) else { return [] }
        var kept: [Kept] = []
        for shard in try OpenFolder(path: files).names(most: .max) where shard.utf8.count == 2 {
            for name in try OpenFolder(path: "\(files)/\(shard)").names(most: .max) {
                guard let digest = ContentDigest("sha256:\(name)"), name.hasPrefix(shard),
                    let status = status(of: digest)
                else { continue }
                kept.append(
                    Kept(
                        digest: digest, size: Int(status.st_size),
                        broughtAt: status.modifiedNanoseconds))
            }
        }
        return kept
    }

    /// Says that a file is wanted from now on; false where it is not there.
    ///
    /// Who names a file calls this before looking whether it is there: `remove` leaves alone what was
    /// wanted since.
    @discardableResult
    package func renew(_ digest: ContentDigest) -> Bool {
        utimensat(AT_FDCWD, path(of: digest), nil, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// Removes a file that nobody wanted since a moment, in nanoseconds; false where somebody did.
    ///
    /// It is moved aside before its time is looked at, so that nobody can want it in between and find it.
    package func remove(_ digest: ContentDigest, unlessSince moment: Int64) throws(FileFailure)
        -> Bool
    {
        let aside = "\(files)/.\(digest.hex).unnamed"
        guard rename(path(of: digest), aside) == 0 else { throw .last }
        var status = stat()
        guard lstat(aside, &status) == 0 else { throw .last }
        guard status.modifiedNanoseconds < moment else {
            // Who brought it meanwhile has put the same bytes there.
            guard rename(aside, path(of: digest)) == 0 else { throw .last }
            return false
        }
        guard unlink(aside) == 0 else { throw .last }
        return true
    }

    fileprivate var files: String { "\(folder)/sha256" }

    private func path(of digest: ContentDigest) -> String {
        "\(files)/\(digest.hex.prefix(2))/\(digest.hex)"
    }

    private func status(of digest: ContentDigest) -> stat? {
        var status = stat()
        guard lstat(path(of: digest), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return status
    }
}

extension ContentStore {
    /// Removes what crashes left behind before a moment, in nanoseconds since 1970.
    package func removeParts(before moment: Int64) throws(FileFailure) {
        guard Folder.exists(files) else { return }
        let folder = try OpenFolder(path: files)
        for name in try folder.names(most: .max) where name.hasPrefix(".") {
            var status = stat()
            guard lstat("\(files)/\(name)", &status) == 0, status.modifiedNanoseconds < moment
            else { continue }
            folder.remove(name)
        }
    }
}
