/// The announcement that a rollout follows from, as it was published; what it does not say is empty.
package struct Change: Hashable, Sendable {
    /// A label of the announcement with its value, such as `category` and `stay informed`.
    package struct Label: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The publisher's number of the message, such as `MC1169566`.
    package let message: String
    package let product: String
    package let workload: String
    package let platforms: [String]
    /// What the publisher calls the change, such as `feature update`.
    package let types: [String]
    /// Category, scope, status, release phase, task type and urgency: those that are given, in this order.
    package let labels: [Label]
    /// Of the message, as are the next two: days without a zone.
    package let created: CivilDate?
    package let updated: CivilDate?
    /// Until when somebody has to look at it.
    package let checkBefore: CivilDate?
    package let summary: String
    /// The change at length, as the publisher describes it.
    package let details: String
    /// The summary for readers who are not technical.
    package let plainSummary: String
    /// The whole change for readers who are not technical.
    package let explanation: String
    /// How the change affects the organisation.
    package let affects: String
    /// What the publisher asks people to do.
    package let preparation: String
    /// What can be set.
    package let configuration: String
    package let opportunities: String
    package let risks: String
    package let security: String
    package let links: [Link]
    /// Internal documentation to review.
    package let documents: [Link]
    /// For each key who says so: published, inferred, ours, or not published.
    package let provenance: Provenance

    package init(
        message: String = "", product: String = "", workload: String = "", platforms: [String] = [],
        types: [String] = [], labels: [Label] = [], created: CivilDate? = nil,
        updated: CivilDate? = nil,
        checkBefore: CivilDate? = nil, summary: String = "", details: String = "",
        plainSummary: String = "",
        explanation: String = "", affects: String = "", preparation: String = "",
        configuration: String = "", opportunities: String = "", risks: String = "",
        security: String = "", links: [Link] = [], documents: [Link] = [],
        provenance: Provenance = Provenance()
    ) {
        self.message = message
        self.product = product
        self.workload = workload
        self.platforms = platforms
        self.types = types
        self.labels = labels
        self.created = created
        self.updated = updated
        self.checkBefore = checkBefore
        self.summary = summary
        self.details = details
        self.plainSummary = plainSummary
        self.explanation = explanation
        self.affects = affects
        self.preparation = preparation
        self.configuration = configuration
        self.opportunities = opportunities
        self.risks = risks
        self.security = security
        self.links = links
        self.documents = documents
        self.provenance = provenance
    }
}
