/// Which reasons are refusals: by the text that a statement was made on it should not be on record.
///
/// What time, a newer statement or another text took away is none.
extension SignOffReason {
    package var isRefusal: Bool {
        switch self {
        case .unauthenticated(let reason): return reason.isRefusal
        case .deputy, .otherRole, .roleRemoved, .notAMember, .excludedStepMissing, .evidenceMissing,
            .tooEarly, .madeBefore, .unsignedOverSigned, .requestMissing, .requestedOneself,
            .samePerson:
            return true
        case .approves, .rejects, .stepRemoved, .noLongerAsked, .foreign, .datedAhead, .takenBack,
            .otherWording, .replaced, .signedExcluded, .lapsed, .notKept:
            return false
        }
    }
}

extension WaiverReason {
    package var isRefusal: Bool {
        switch self {
        case .unauthenticated(let reason): return reason.isRefusal
        case .noWaivers, .notWaivable, .otherRole, .notAMember, .deputy, .ownStep, .ownStepAsDeputy,
            .ownSignOff, .endsBeforeItBegins, .tooLong:
            return true
        case .covers, .stepRemoved, .foreign, .datedAhead, .takenBack, .otherWording, .ended,
            .overtaken:
            return false
        }
    }
}

extension DecisionReason {
    package var isRefusal: Bool {
        switch self {
        case .unauthenticated(let reason): return reason.isRefusal
        case .notTheOwner, .notAMember, .deputy, .madeBefore, .unsignedOverSigned, .pollMissing,
            .pollAgainst:
            return true
        case .stands, .phaseRemoved, .foreign, .datedAhead, .replaced, .otherText, .pollTurned:
            return false
        }
    }
}

extension RevocationReason {
    package var isRefusal: Bool {
        switch self {
        case .unauthenticated(let reason): return reason.isRefusal
        case .noSuchEntry, .notRevocable, .takenBackAlready, .unsignedOverSigned, .notTheAuthor:
            return true
        case .counts, .foreign: return false
        }
    }
}

extension PollReason {
    package var isRefusal: Bool {
        switch self {
        case .unauthenticated(let reason): return reason.isRefusal
        case .noSuchRole, .notAMember, .deputy, .madeBefore, .unsignedOverSigned: return true
        case .counts, .foreign, .otherText, .replaced: return false
        }
    }
}

extension CheckObjection {
    /// How an outcome is authenticated is told where its signature is.
    package var isRefusal: Bool {
        switch self {
        case .notARunner, .notARunnerOfSite, .siteNotAsked: return true
        case .foreign, .unauthenticated, .madeBefore, .notKept: return false
        }
    }
}

extension PlanApprovalReason {
    package var isRefusal: Bool { self != .counts }
}

extension CorrectionReason {
    package var isRefusal: Bool {
        switch self {
        case .notTheOwner, .unauthenticated, .noSuchEntry, .notAhead, .inTheFuture,
            .beforeEarlierEntry:
            return true
        case .counts, .replaced: return false
        }
    }
}

extension AuthenticationReason {
    /// A key that was withdrawn counted when it was recorded.
    var isRefusal: Bool {
        if case .withdrawn = self { return false }
        return true
    }
}
