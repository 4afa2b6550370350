/// A step of a draft, before it has an id and a phase.
struct StepDraft {
    /// What its id is made of.
    let name: String
    /// The id where the name holds no Latin letter and no digit.
    var otherwise = "step"
    /// How many words of the name the id has.
    var words = 8
    let title: String
    /// The id of its role.
    let role: String
    var isBlocking = true
    /// In Markdown.
    var text = ""
    /// The ids of the effects that it is against.
    var addresses: [String] = []
    /// What stands above it.
    var comments: [String] = []
    /// The lines that say what it asks for.
    var asks = ["sign-off: {}"]
}
