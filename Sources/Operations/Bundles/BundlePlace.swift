import Files

/// Where a bundle is: a folder, or an archive where the name ends in `.tar`.
struct BundlePlace {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    private var isArchive: Bool { path.hasSuffix(".tar") }

    func requireFree() throws(BundleFailure.Cause) {
        if Folder.holdsSomething(at: path) { throw .occupied }
    }

    /// Writes all files; the page that is read first comes last, so that half a bundle has none.
    func write(_ files: BundleFiles, last: String) throws(BundleFailure.Cause) {
        try requireFree()
        var name = path
        do throws(FileFailure) {
            if isArchive {
                return try WholeFile.write(
                    BundleArchive.bytes(of: files), to: path, permissions: 0o644)
            }
            try Folder.make(path, permissions: 0o755)
            let top = try OpenFolder(path: path)
            for file in files.names.filter({ $0 != last }) + [last] {
                name = file
                let parts = file.split(separator: "/").map(String.init)
                let folder =
                    parts.count == 2 ? try top.makeFolder(parts[0], permissions: 0o755) : top
                let new = try folder.makeFile(parts[parts.count - 1], permissions: 0o644)
                try new.write(files[file] ?? [])
            }
            try top.synchronise()
        } catch {
            throw .file(name, error)
        }
    }

    func read() throws(BundleFailure.Cause) -> BundleFiles {
        if Folder.exists(path) { return try folder() }
        let bytes: [UInt8]
        do throws(FileFailure) {
            // Each file has a head, and is filled up to the next block.
            bytes = try RegularFile(path: path).bytes(
                limit: BundleFiles.mostBytes + BundleFiles.mostFiles * 1024)
        } catch {
            throw .file(path, error)
        }
        return try BundleArchive.files(bytes)
    }

    /// No link is followed, and nothing is opened but what lies in the folder and in those of a bundle.
    private func folder() throws(BundleFailure.Cause) -> BundleFiles {
        var files = BundleFiles()
        var name = path
        do {
            let top = try OpenFolder(path: path)
            for item in try top.names(most: BundleFiles.mostFiles + 1) {
                guard BundleFiles.folders.contains(item) else {
                    name = item
                    try files.add(item, top.file(item).bytes(limit: BundleFiles.mostBytes))
                    continue
                }
                name = item
                let folder = try top.folder(item)
                for file in try folder.names(most: BundleFiles.mostFiles + 1) {
                    name = "\(item)/\(file)"
                    try files.add(name, folder.file(file).bytes(limit: BundleFiles.mostBytes))
                }
            }
        } catch let failure as FileFailure {
            throw .file(name, failure)
        } catch let cause as BundleFailure.Cause {
            throw cause
        } catch {
            throw .file(name, .changed)
        }
        return files
    }
}
