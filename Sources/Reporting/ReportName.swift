package import Rollout

/// The names of report files: `ID[.TARGET][+VALUES]-INSTANT`.
package enum ReportName {
    /// One name for each report, without an extension, and no name twice.
    ///
    /// Two checklists of one id at two places are told apart by a digest of the place.
    package static func stems(of reports: [ReportInput]) -> [String] {
        told(reports.map { (stem(of: $0.assessment), $0.assessment.checklist) })
    }

    /// One name for each rollout, the same at every moment, and no name twice: `ID[.TARGET][+VALUES]`.
    package static func names(of checklists: [Checklist]) -> [String] {
        told(checklists.map { (name(of: $0), $0) })
    }

    private static func told(_ names: [(plain: String, checklist: Checklist)]) -> [String] {
        var users: [String: Int] = [:]
        for name in names { users[name.plain, default: 0] += 1 }
        var taken: Set<String> = []
        return names.map { plain, checklist in
            let wanted =
                users[plain] == 1 ? plain : "\(plain)@\(short(checklist.rollout.place))"
            var name = wanted
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(wanted)@\(number)"
                number += 1
            }
            return name
        }
    }

    /// The name of one report among no others.
    package static func stem(of assessment: Assessment) -> String {
        let instant = assessment.asOf.rfc3339.filter { $0 != "-" && $0 != ":" }
        return "\(name(of: assessment.checklist))-\(instant)"
    }

    private static func name(of checklist: Checklist) -> String {
        let target = checklist.target.map { ".\(part($0.id.text))" } ?? ""
        return "\(part(checklist.id))\(target)\(values(checklist))"
    }

    /// `+` and a short digest of the values that are neither defaults nor set by the target.
    private static func values(_ checklist: Checklist) -> String {
        let set = ScopeWording.setOfAnyReach(in: checklist).sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
        guard !set.isEmpty else { return "" }
        // The lengths keep two lists of values from reading as one text.
        let text = set.flatMap { [$0.name, $0.value] }.map { "\($0.utf8.count):\($0)" }
        return "+\(short(text.joined()))"
    }

    private static func short(_ text: String) -> String {
        String(ContentDigest(of: text.utf8).hex.prefix(8))
    }

    /// A name as a part of a file name: letters, digits, `-` and `_`; what was something else is
    /// told apart by a digest.
    private static func part(_ text: String) -> String {
        let bytes = text.utf8.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                return byte
            default: return UInt8(ascii: "_")
            }
        }
        let plain = String(decoding: bytes.prefix(64), as: UTF8.self)
        return !plain.isEmpty && plain.utf8.elementsEqual(text.utf8)
            ? plain : "_\(plain)~\(short(text))"
    }
}
