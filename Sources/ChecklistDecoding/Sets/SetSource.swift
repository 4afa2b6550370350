import Files
import LocatedYAML
package import Rollout

/// Where the texts of step sets come from.
package enum SetSource: Sendable {
    /// The folder that a checklist lies in.
    case folder(String)
    /// What was kept with the text of the checklist, and nothing else.
    case kept([ContentDigest: [UInt8]])

    /// What was kept with a text.
    package static func kept(_ texts: [[UInt8]]) -> SetSource {
        .kept(Dictionary(texts.map { (ContentDigest(of: $0), $0) }) { first, _ in first })
    }

    /// The folder of the checklist at a path.
    package static func beside(_ path: String) -> SetSource {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return .folder(".") }
        return .folder(slash == path.startIndex ? "/" : String(path[..<slash]))
    }

    /// As long as a set may be.
    static let mostBytes = 1 << 20

    /// Why there is no text, in a few words, and what to do about it.
    struct Failure: Error {
        let reason: String
        let advice: String
    }

    /// The text of a file, which must lie below the folder: no part of its path may be a link.
    func text(
        _ path: String, _ digest: ContentDigest, usedBy user: SourceText.User
    ) throws(Failure) -> SourceText {
        switch self {
        case .kept(let texts):
            guard let bytes = texts[digest] else {
                throw Failure(
                    reason: "was not kept with this text", advice: "name the checklist's file")
            }
            return SourceText(path: "\(digest) (\(path))", bytes: bytes, usedBy: user)
        case .folder(let folder):
            do throws(FileFailure) {
                let bytes = try Self.file(path, below: folder).bytes(limit: Self.mostBytes)
                let shown = folder == "." ? path : folder == "/" ? "/\(path)" : "\(folder)/\(path)"
                return SourceText(path: shown, bytes: bytes, usedBy: user)
            } catch {
                throw Failure(
                    reason: "cannot be read: \(error.reason)", advice: error.advice)
            }
        }
    }

    private static func file(
        _ path: String, below folder: String
    ) throws(FileFailure) -> RegularFile {
        var names = path.split(separator: "/").map(String.init)
        guard let last = names.popLast() else { throw .emptyPath }
        var open = try OpenFolder(path: folder)
        for name in names { open = try open.folder(name) }
        return try open.file(last)
    }

    /// The path stays below the folder that it counts from, and is written in one way alone.
    static func isInside(_ path: String) -> Bool {
        let names = path.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return (1...16).contains(names.count) && path.utf8.count <= 1024
            && !path.utf8.contains { $0 < 32 || $0 == 127 || $0 == UInt8(ascii: "\\") }
            && names.allSatisfy {
                !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
            }
    }
}
