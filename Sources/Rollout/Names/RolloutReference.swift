/// Which rollout a statement is about: the id of its checklist, and where that is kept.
package struct RolloutReference: Hashable, Sendable {
    /// The `id` of the checklist.
    package let id: String
    /// The path of the checklist from the folder that holds the nearest `checklists` folder, or
    /// its file name where there is none, so that clones on other machines agree.
    package let place: String

    package init(id: String, place: String) {
        self.id = id
        self.place = place
    }
}
