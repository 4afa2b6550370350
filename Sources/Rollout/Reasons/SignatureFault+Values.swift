package import CanonicalJSON

extension SignatureFault {
    package var values: [String: JSONValue] {
        switch self {
        case .malformed(let mistake):
            return mistake.values.merging(["mistake": .string(mistake.code)]) { own, _ in own }
        case .keyTypeRefused(let type): return ["type": .string(type)]
        case .weakKey(let bits, let least): return ["bits": .number(bits), "least": .number(least)]
        case .otherNamespace(let found, let wanted):
            return ["namespace": .string(found), "wanted": .name(wanted)]
        case .badSignature(let key), .presenceMissing(let key), .verificationMissing(let key),
            .outsideBrowser(let key), .logKey(let key), .keyRevoked(let key),
            .keyNotListed(let key):
            return ["key": .name(key)]
        case .originNotListed(let origin): return ["origin": .string(origin)]
        case .authorityRevoked(let key), .certificateForged(let key), .authorityNotListed(let key):
            return ["authority": .name(key)]
        case .revocationsUnreadable(let line): return ["line": .number(line)]
        case .notForPrincipal(let principal, let line):
            return ["principal": .name(principal), "line": .number(line)]
        case .namespaceNotAllowed(let namespace, let line):
            return ["namespace": .name(namespace), "line": .number(line)]
        case .keyNotYetValid(let from, let line):
            return ["from": .moment(from), "line": .number(line)]
        case .keyExpired(let at, let line): return ["at": .moment(at), "line": .number(line)]
        case .certificateForHost(let id), .certificateWithoutPrincipals(let id):
            return ["keyId": .string(id)]
        case .certificateOptionUnknown(let name): return ["option": .string(name)]
        case .certificateForOthers(let principals, let id):
            return ["principals": .names(principals), "keyId": .string(id)]
        case .certificateNotYetValid(let from, let id):
            return ["from": .moment(from), "keyId": .string(id)]
        case .certificateExpired(let at, let id):
            return ["at": .moment(at), "keyId": .string(id)]
        }
    }
}
