/// The part of a message that answers a question.
struct DNSAnswer {
    /// The names that the name stands for, in the order in which they lead on.
    let aliases: [String]
    /// The values of the records that were asked for, each once, and sorted, because servers change
    /// their order.
    let values: [[UInt8]]
    /// For how many seconds the records that led there may be kept: the least and the greatest.
    let times: ClosedRange<UInt32>?
    /// What the message says against itself, in a few words; nil where it says nothing of the kind.
    let contradiction: String?
    /// The name that was asked for, in small letters.
    private let asked: String
    /// The last of the names that the name stands for, in small letters.
    private let last: String

    init(to inquiry: DNSInquiry, in message: DNSMessage) {
        var aliases: [String] = []
        var name = inquiry.name.lowercased()
        var seen: Set<String> = [name]
        // The records of another name in the same message do not answer the question.
        while inquiry.type != .cname,
            let alias = message.answers.first(where: {
                $0.type == DNSRecordType.cname.rawValue && $0.name.lowercased() == name
            }), seen.insert(alias.value.lowercased()).inserted
        {
            aliases.append(alias.value)
            name = alias.value.lowercased()
        }
        self.aliases = aliases
        asked = inquiry.name.lowercased()
        last = name
        contradiction = Self.contradiction(in: message, inquiry.type, seen, last: name)
        let records = message.answers.filter {
            $0.type == inquiry.type.rawValue && $0.name.lowercased() == name
        }
        let path = message.answers.filter {
            $0.type == DNSRecordType.cname.rawValue && inquiry.type != .cname
                && seen.contains($0.name.lowercased())
        }
        let kept = records.isEmpty ? [] : (records + path).map(\.ttl).sorted()
        times = kept.first.flatMap { least in kept.last.map { least...$0 } }
        values = Set(records.map(\.bytes)).sorted { $0.lexicographicallyPrecedes($1) }
    }
}

extension DNSAnswer {
    /// What may stand beside an answer that there is no such name: what leads there, and its signatures.
    private static let leading: Set<String> = ["CNAME", "TYPE39", "TYPE46"]

    private static func contradiction(
        in message: DNSMessage, _ type: DNSRecordType, _ seen: Set<String>, last: String
    ) -> String? {
        let aliases = message.answers.filter {
            $0.type == DNSRecordType.cname.rawValue && seen.contains($0.name.lowercased())
        }
        let targets = Dictionary(grouping: aliases) { $0.name.lowercased() }
            .mapValues { Set($0.map { $0.value.lowercased() }) }
        if targets.values.contains(where: { $0.count > 1 }) { return "two aliases of one name" }
        guard message.code == .noSuchName else { return nil }
        let isElsewhere = message.additional.contains {
            $0.type == type.rawValue && $0.name.lowercased() == last
        }
        let hasRecords = message.answers.contains { !leading.contains($0.type) }
        return hasRecords || isElsewhere ? "NXDOMAIN beside records" : nil
    }

    /// The message says that there is nothing under the last of the names.
    func isDenied(by message: DNSMessage) -> Bool {
        let zones = message.authority.filter { $0.type == "SOA" }.map { $0.name.lowercased() }
        guard zones.isEmpty || zones.contains(where: isIn) else { return false }
        return message.code == .noSuchName
            ? message.isResponsible : message.saysThatThereIsNothing
    }

    /// What a message without a record and without a denial speaks of in place of the name; nil
    /// where it speaks of nothing.
    func digression(in message: DNSMessage) -> String? {
        let names = [asked] + aliases.map { $0.lowercased() }
        let other = message.answers.first { !names.contains($0.name.lowercased()) }
        if let other { return "records of \(other.name), which was not asked for" }
        if let alias = aliases.last { return "an alias for \(alias), and nothing about that" }
        if !message.answers.isEmpty { return "records of other types" }
        let zone = message.authority.first { $0.type == "SOA" && !isIn($0.name.lowercased()) }
        return zone.map { "the denial of the zone \($0.name), which \(last) is not in" }
    }

    private func isIn(_ zone: String) -> Bool {
        zone.isEmpty || zone == "." || last == zone || last.hasSuffix(".\(zone)")
    }
}

extension DNSMessage {
    /// Whose word counts: the server has the zone, or asks those that have it.
    var isResponsible: Bool { isAuthoritative || offersRecursion }

    /// An answer without records means that there are none.
    ///
    /// It does not where the server only names others, or neither has the zone nor asks further.
    var saysThatThereIsNothing: Bool {
        if authority.contains(where: { $0.type == "SOA" }) { return true }
        let isReferral =
            authority.contains { $0.type == DNSRecordType.ns.rawValue } && !isAuthoritative
        return !isReferral && (isAuthoritative || offersRecursion) && answers.isEmpty
    }
}
