/// One of the places where the same checklist is carried out: a tenant, a plant, a region.
package struct Target: Hashable, Sendable {
    package let id: TargetID
    package let title: String
    /// The values that the target gives to parameters, by name.
    package let settings: [String: String]

    package init(id: TargetID, title: String, settings: [String: String] = [:]) {
        self.id = id
        self.title = title
        self.settings = settings
    }
}
