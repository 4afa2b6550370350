/// The part of a message that answers a question.
struct DNSAnswer {
    /// The names that the name stands for, in the order in which they lead on.
    let aliases: [String]
    /// The values of the records that were asked for, sorted, because servers change their order.
    let values: [String]
    /// For how many seconds the records that led there may be kept: the least and the greatest.
    let times: ClosedRange<UInt32>?

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
        let records = message.answers.filter {
            $0.type == inquiry.type.rawValue && $0.name.lowercased() == name
        }
        let path = message.answers.filter {
            $0.type == DNSRecordType.cname.rawValue && inquiry.type != .cname
                && seen.contains($0.name.lowercased())
        }
        let kept = records.isEmpty ? [] : (records + path).map(\.ttl).sorted()
        times = kept.first.flatMap { least in kept.last.map { least...$0 } }
        values =
            records
            .map(\.value)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension DNSMessage {
    /// Whose word counts: the server has the zone, or asks those that have it.
    var isResponsible: Bool { isAuthoritative || offersRecursion }

    /// An answer without records means that there are none.
    ///
    /// It does not where the server only names others, or neither has the zone nor asks further.
    var saysThatThereIsNothing: Bool {
        if authority.contains("SOA") { return true }
        let isReferral = authority.contains(DNSRecordType.ns.rawValue) && !isAuthoritative
        return !isReferral && (isAuthoritative || offersRecursion) && answers.isEmpty
    }
}
