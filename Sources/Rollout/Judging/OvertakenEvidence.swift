/// Finds evidence for older words that a later no overtook.
///
/// A no for a wording in between counts no longer once the step is edited. But it is what somebody
/// knew last: an older yes of the same voice must not come back past it by the owner's word.
struct OvertakenEvidence {
    /// The places of the entries.
    private(set) var places: Set<Int> = []

    /// Who or what says something of a step.
    private enum Voice: Hashable {
        case signer(Signer)
        case check(position: Int, kind: String, site: SiteID?)
    }

    /// `carried` has the digests of the older wordings that count as that of today.
    init(of step: Step, _ carried: [ContentDigest: [Int]], _ index: EvidenceIndex) {
        guard !carried.isEmpty else { return }
        let all = [index.checks, index.signOffs, index.waivers].flatMap { $0[step.id, default: []] }
        // By voice, whether the newest that it said for a wording in between is a no.
        var saysNo: [Voice: Bool] = [:]
        for place in all.sorted(by: >) {
            let entry = index.entries[place]
            guard let digest = entry.statement.step?.digest, digest != step.digest,
                index.takenBack[entry.sequence] == nil, index.objections[place] == nil
            else { continue }
            let (voice, isNo) = Self.voice(place, index)
            if carried[digest] == nil {
                if let voice { saysNo[voice] = saysNo[voice] ?? isNo }
            } else if let voice {
                if !isNo, saysNo[voice] ?? false { places.insert(place) }
            } else if saysNo.values.contains(true) {
                places.insert(place)
            }
        }
    }

    /// Who said it, nil for a waiver, and whether it is a no.
    private static func voice(_ place: Int, _ index: EvidenceIndex) -> (Voice?, isNo: Bool) {
        let statement = index.entries[place].statement
        switch statement.body {
        case .check(let report):
            return (
                .check(position: report.position, kind: report.kind, site: index.site(place)),
                report.outcome != .met
            )
        case .signOff(let signOff):
            let signer = statement.role.map { index.signer(place, $0) }
            return (signer.map(Voice.signer), signOff.choice == .reject)
        default: return (nil, false)
        }
    }
}
