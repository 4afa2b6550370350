/// What becomes of a phase of which a part does not come.
struct PhaseCut {
    /// What still comes; nil for nothing.
    private(set) var remaining: AnnouncedPhase?
    /// What does not; nil where the phase has nothing to do with the part.
    private(set) var cancelled: AnnouncedPhase?

    /// - Parameters:
    ///   - phase: The phase.
    ///   - part: Of whom it is said.
    ///   - isException: Whether it is said of all but the part.
    ///   - platforms: The platforms of a phase that names none.
    init(
        of phase: AnnouncedPhase, by part: CancelledPart, isException: Bool, _ platforms: [Platform]
    ) {
        remaining = phase
        guard phase.status != .cancelled, phase.status != .completed else { return }
        let own = CancelledPart(of: phase.name)
        let isNamed = part.words.isEmpty || phase.name.lowercased().holds(part.words.lowercased())
        let isRing =
            part.rings.isEmpty || own.rings.isEmpty
            || own.rings.contains(where: part.rings.contains)
        // A phase that names no cloud is for the usual one.
        let clouds = own.clouds.isEmpty ? [.worldwide] : own.clouds
        let gone = part.clouds.isEmpty ? clouds : clouds.filter(part.reaches)
        let known = own.platforms.isEmpty ? platforms : own.platforms
        let goneOn = part.platforms.isEmpty ? known : known.filter(part.platforms.contains)
        let isOnAny = part.platforms.isEmpty || !goneOn.isEmpty
        guard isNamed, isRing, isOnAny, !gone.isEmpty, Self.isTouched(own, part) else {
            if isException { (remaining, cancelled) = (nil, phase.cancelled()) }
            return
        }
        guard goneOn.count == known.count else {
            // The name may not say the platforms, and stays for those that are left.
            let rest = known.filter { !goneOn.contains($0) }
            let named = goneOn.map(\.rawValue).joined(separator: ", ")
            let left = rest.map(\.rawValue).joined(separator: ", ")
            let goes = isException ? left : named
            let stays = isException ? named : left
            cancelled = phase.cancelled(as: "\(phase.name) - \(goes)")
            remaining =
                own.platforms.isEmpty
                ? phase : phase.named("\(Self.prefix(of: phase, own))\(stays)")
            if !own.platforms.isEmpty {
                cancelled = phase.cancelled(as: "\(Self.prefix(of: phase, own))\(goes)")
            }
            return
        }
        let left = clouds.filter { !gone.contains($0) }
        guard !left.isEmpty else {
            if !isException { (remaining, cancelled) = (nil, phase.cancelled()) }
            return
        }
        let names = (Self.name(phase, own, left), Self.name(phase, own, gone))
        remaining = phase.named(isException ? names.1 : names.0)
        cancelled = phase.cancelled(as: isException ? names.0 : names.1)
    }

    /// Whether a part that names rings alone names one of the phase.
    private static func isTouched(_ own: CancelledPart, _ part: CancelledPart) -> Bool {
        guard part.clouds.isEmpty, part.platforms.isEmpty, part.words.isEmpty else { return true }
        return own.rings.contains(where: part.rings.contains)
    }

    /// The name with some of its clouds: `General Availability (GCC High, DoD)`.
    private static func name(
        _ phase: AnnouncedPhase, _ own: CancelledPart, _ clouds: [Audience]
    ) -> String {
        let names = clouds.map(\.rawValue).joined(separator: ", ")
        let tokens = Token.tokens(of: phase.name)
        let first = tokens.indices.first { AudienceWords.audience(at: $0, in: tokens[...]) != nil }
        let before = PhaseCollector.words(tokens[..<(first ?? 0)], of: phase.name)
        let isLead = ["for", "the", "for the"].contains(before.lowercased())
        let rings = (before.isEmpty || isLead ? [] : [before]) + own.rings.map(\.rawValue)
        return rings.isEmpty ? names : "\(rings.joined(separator: " ")) (\(names))"
    }

    /// What stands before the platforms in a name that has them.
    private static func prefix(of phase: AnnouncedPhase, _ own: CancelledPart) -> String {
        let tokens = Token.tokens(of: phase.name)
        let first = tokens.indices.first { PlatformWords.platform(tokens[$0]) != nil } ?? 0
        let before = PhaseCollector.words(tokens[..<first], of: phase.name)
        let audiences = own.rings + own.clouds
        guard before.isEmpty, !audiences.isEmpty else {
            return before.isEmpty || before.hasSuffix(" ") ? before : before + " "
        }
        return audiences.map(\.rawValue).joined(separator: ", ") + " - "
    }
}
