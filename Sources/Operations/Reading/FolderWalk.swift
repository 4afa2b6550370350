import Files
import Foundation

/// Finds the YAML files below a folder, those behind links to folders included.
///
/// Each folder is read once, by the path without links where it has one, so that loops end.
struct FolderWalk {
    /// What tools keep here is no checklist, nor is the draft that an import keeps to tell edits apart;
    /// of other names that begin with a dot any may be one.
    private static let passedOver: Set<String> = [".git", ".readiness", ".build", ".imported"]

    /// The home of the checklists in the folder: a link to those of another would begin a ledger there.
    private let home: String
    /// The folders that were read, without links.
    private var seen: Set<String> = []
    /// Links to folders that wait until those without links are read.
    private var links: [String] = []
    private var files: [String] = []
    /// Links to files, which wait as well.
    private var fileLinks: [String] = []

    /// The paths of the files, in the order of their bytes.
    static func files(in folder: String) throws(OperationFailure) -> [String] {
        let whole = FilePlace.resolved(folder)
        var walk = FolderWalk(home: Self.home(of: whole))
        try walk.read(folder, whole)
        while let link = walk.links.min() {
            walk.links.removeAll { $0 == link }
            try walk.follow(link)
        }
        try walk.followFiles()
        return walk.files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private init(home: String) { self.home = home }

    private static func home(of folder: String) -> String {
        ChecklistHome(of: "\(folder)/checklist", from: "/").folder
    }

    private mutating func follow(_ link: String) throws(OperationFailure) {
        let whole = FilePlace.resolved(link)
        guard !seen.contains(whole) else { return }
        guard Self.home(of: whole) == home else { throw .linkAway(link, to: whole) }
        try read(link, whole)
    }

    /// Takes in the files behind links, each that is not there already; the name of the link stays.
    private mutating func followFiles() throws(OperationFailure) {
        var known = Set(files.map(FilePlace.resolved))
        for link in fileLinks.sorted() {
            let whole = FilePlace.resolved(link)
            guard ChecklistHome(of: whole, from: "/").folder == home else {
                throw .linkAway(link, to: whole)
            }
            if known.insert(whole).inserted { files.append(link) }
        }
    }

    /// Reads a folder and those below it.
    private mutating func read(_ folder: String, _ whole: String) throws(OperationFailure) {
        var open = [(path: folder, whole: whole)]
        while let (folder, whole) = open.popLast() {
            guard seen.insert(whole).inserted else { continue }
            for name in try Self.names(in: folder) {
                let path = Self.path(folder, name)
                guard Folder.exists(path) else {
                    try add(path, name)
                    continue
                }
                if Self.passedOver.contains(name) { continue }
                if FilePlace.link(path) != nil {
                    links.append(path)
                } else {
                    open.append((path, Self.path(whole, name)))
                }
            }
        }
    }

    private mutating func add(_ path: String, _ name: String) throws(OperationFailure) {
        // A name that is no UTF-8 could be that of a folder.
        guard !name.contains("\u{FFFD}") || Folder.holdsSomething(at: path) else {
            throw .file(.checklists, path: path, .system(.missing))
        }
        let leadsNowhere =
            FilePlace.link(path) != nil && !FileManager.default.fileExists(atPath: path)
        // Editors lock a file by a link of a hidden name that leads nowhere.
        if leadsNowhere, name.hasPrefix(".") { return }
        if [".yaml", ".yml"].contains(where: name.lowercased().hasSuffix) {
            if FilePlace.link(path) != nil, !leadsNowhere {
                fileLinks.append(path)
            } else {
                files.append(path)
            }
        } else if leadsNowhere {
            throw .linkNowhere(path)
        }
    }

    private static func names(in folder: String) throws(OperationFailure) -> [String] {
        do throws(FileFailure) {
            return try OpenFolder(path: folder).names(most: .max)
        } catch {
            throw .file(.checklists, path: folder, error)
        }
    }

    private static func path(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
