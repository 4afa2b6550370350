import ChecklistDecoding
import LocatedYAML
import Rollout

extension AdversaryTests {
    /// Checklists that would be ready, or ask for nothing, because of a slip.
    static let lint: [Attack] = [
        edit(
            2, "a condition on a value that no parameter has", "cloud: two}}", "cloud: tow}}", "tow"
        ),
        edit(
            2, "a condition on a parameter that is not there", "when: {cloud: two}, sign",
            "when: {clud: two}, sign", "clud"),
        edit(
            2, "a condition without a value", "when: {cloud: two}, sign", "when: {cloud: []}, sign",
            "at least 1"),
        edit(
            2, "a target that sets what follows from another parameter", "timeline:",
            "targets: {t: {title: T, set: {tier: x}}}\ntimeline:", "follows from", derived),
        edit(
            10, "absence below ~", check, "{file: {path: ~/x, exists: false}}",
            "write the folder out"),
        edit(
            10, "absence below $HOME", check, "{file: {path: $HOME/x, exists: false}}",
            "declare a parameter"),
        edit(
            10, "absence of a pattern", check, "{file: {path: \"*.txt\", exists: false}}",
            "write one check for each file"),
        edit(
            2, "a step that asks for nothing", "sign-off: {evidence: required}", "text: t",
            "neither"),
        edit(2, "an empty list of checks", "check: [\(check)]", "check: []", "at least 1"),
        edit(
            2, "a level in other words", "level: advisory, sign-off: {}}",
            "level: optional, sign-off: {}}",
            "optional"),
        edit(
            2, "a level that stands twice", "waivable: false, level: advisory",
            "level: blocking, level: advisory", "twice"),
        edit(2, "a key that nobody knows", "waivable: false", "wavable: false", "wavable"),
        edit(2, "nobody who has to sign", "{not-by: [approved]}", "{count: 0}", "0"),
        edit(
            2, "more who have to sign than there are", "{not-by: [approved]}", "{count: 3}", "admin"
        ),
        edit(2, "a step for a role that is not there", "role: boss, due", "role: bos, due", "bos"),
        edit(
            2, "a step that needs one that is not there", "needs: [reviewed]", "needs: [reviewd]",
            "reviewd"),
        edit(
            2, "steps that need each other", "due: first, sign-off: {not-by: [approved]}",
            "due: first, needs: [told], sign-off: {}", "told"),
        edit(
            2, "a step that is due at no phase", "due: first, sign-off: {evidence",
            "due: frist, sign-off: {evidence", "frist"),
        edit(
            2, "waivers by a role that is not there", "by: [boss], longest", "by: [bos], longest",
            "bos"),
        edit(2, "waivers for ever", "longest: 30d", "longest: 0d", "longer than 0"),
        edit(2, "an id that stands twice", "id: twice", "id: firm", "firm"),
        edit(
            2, "an alias for another step's terms", "id: twice", "<<: *nothing, id: twice",
            "nothing"),
        edit(2, "a second document behind the first", "timezone:", "--- \ntimezone:", "document"),
        edit(
            13, "a Cyrillic letter in a member", "bob@example.com", "\u{430}nn@example.com",
            "mixes Latin letters with those of another alphabet"),
        edit(
            13, "a Cherokee letter in a member", "bob@example.com", "\u{13AA}nn@example.com",
            "mixes Latin letters with those of another alphabet"),
        edit(
            13, "a wide letter in a member", "bob@example.com", "ａnn@example.com",
            "looks like the member"),
        edit(
            13, "a selector in a member", "bob@example.com", "\"ann\u{FE0F}@example.com\"",
            "is not a principal"
        ),
        edit(
            13, "a joiner in a member", "bob@example.com", "\"ann\u{200D}@example.com\"",
            "is not a principal"),
        Attack(2, "a value for a parameter that follows from another", "cannot be set") {
            try said(Sample.text.replacing(cloud, with: cloud + derived), ["tier": "strcit"])
        },
        Attack(2, "a value that the parameter does not have", "it is one of one, two") {
            try said(Sample.text, ["cloud": "tow"])
        },
    ]

    private static let check = "{file: {path: present.txt}}"
    private static let cloud = "cloud: {default: one, one-of: [one, two]}"
    private static let derived = "\n  tier: {from: cloud, values: {one: strict, two: loose}}"

    /// An edit of the sample, and what has to be said about it; `more` are further parameters.
    private static func edit(
        _ number: Int, _ name: String, _ text: String, _ other: String, _ wanted: String,
        _ more: String = ""
    ) -> Attack {
        Attack(number, name, wanted) {
            guard Sample.text.contains(text) else { return "nothing to edit" }
            let edited = Sample.text.replacing(text, with: other, maxReplacements: 1)
            return try said(edited.replacing(cloud, with: cloud + more), [:])
        }
    }

    /// Everything that is said about a text, in one line.
    static func said(_ text: String, _ chosen: [String: String]) throws -> String {
        do throws(ParameterMistake) {
            let outcome = try ChecklistDecoder.read(
                Array(text.utf8), of: .path("list.yaml"), place: "checklists/list.yaml",
                chosen: chosen)
            return outcome.diagnostics.map { "\($0.message); \($0.fix) [\($0.code)]" }
                .joined(separator: " ")
        } catch {
            return error.description
        }
    }
}
