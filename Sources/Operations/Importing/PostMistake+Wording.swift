import CanonicalJSON
import Importing

extension PostMistake {
    /// Where it is and what is wrong, to follow the name of the source.
    package var words: String {
        switch place {
        case .whole: ": \(reason.sentence)"
        case .line(let line): ", line \(line): \(reason.sentence)"
        case .post(let post): ", post \(post): \(reason.sentence)"
        }
    }
}

extension PostMistake.Reason {
    fileprivate var sentence: String {
        switch self {
        case .syntax(let error): error.description
        case .notUTF8:
            "It is text neither in UTF-8 nor, with its mark, in UTF-16; save it anew in UTF-8."
        case .notAnObject: "There is no object where a post should stand."
        case .noPosts: "There is no post in it."
        case .noID: "The post has no id."
        case .oddID(let id):
            "\"\(id)\" is not the id of a post, which is letters and a number, such as MC1169566."
        case .noText:
            "The post has no text. What it says is not known; export it again with its body."
        case .undecidedVersions:
            "Several versions of the post are given, and none says when it was modified. Give the newest alone."
        case .sameID(let id, let source):
            "\(id) was read from \(source) already, and both would be one checklist; import one of them."
        case .tooLong(let bytes): "The text of the post is longer than \(bytes) bytes."
        case .tooManyTags(let count):
            "The text of the post has more than \(count) tags, which no announcement has."
        }
    }
}
