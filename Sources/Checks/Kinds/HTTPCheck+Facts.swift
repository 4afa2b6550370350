package import CanonicalJSON

extension HTTPCheck {
    package func facts(of observation: HTTPObservation) -> [String: JSONValue] {
        var facts = observation.facts
        facts.merge(plan.tls.certificate.endFact(of: observation.hops.compactMap(\.report.tls))) {
            _, end in end
        }
        if let connectTo = plan.connectTo { facts["connect-to"] = .string("\(connectTo)") }
        if let proxy = plan.proxy { facts["proxy"] = .string("\(proxy)") }
        guard let response = observation.hops.last?.response, !isPrivate else { return facts }
        facts["content"] = .string(ForeignText.clean(response.body.kept, limit: 1000))
        return facts
    }

    /// Who asks is told, so that the answer may be meant for nobody else.
    var isPrivate: Bool { plan.isPersonal }
}
