import Fields
import Checks
import LocatedYAML
import Rollout

/// The keys of a step.
enum StepFields {
    static let id = Field<String>("id", .identifier, .required, "The name that others refer to.")
    static let title = Field<String>("title", .text, .required, "What is to be done.")
    static let role = Field<String>("role", .text, .required, "The role that sees to it.")
    static let due = Field<Due>("due", .due, .required, "When it must be done.")
    static let level = Field<Step.Level>(
        "level", .choice, .defaults("blocking"), "Whether a verdict waits for it.")
    static let text = Field<String>("text", .markdown, "What to do and why.")
    static let addresses = Field<[String]>(
        "addresses", .list(of: .text), "The effects that it mitigates.")
    static let needs = Field<[String]>(
        "needs", .list(of: .text), "The steps that must be ready first; STEP or STEP/VALUE.")
    static let when = Field<[Condition]>("when", .conditions, Condition.summary)
    static let forEach = Field<[(key: String, node: YAMLNode, value: [String])]>(
        "for-each",
        .entries(
            "a mapping of one name to a list", key: .identifier, value: .list(of: .text, atLeast: 1)
        ),
        "One name with a list: the step stands once for each value, as STEP/VALUE, with ${name} in place."
    )
    static let freshFor = Field<Duration>(
        "fresh-for", .positiveDuration, .defaults("defaults.fresh-for"),
        "How long the outcome of a check counts.")
    static let check = Field<[any Check]>(
        "check", .oneOrMany(.check), "What the tool finds out by itself.")
    static let signOff = Field<SignOffEntry>(
        "sign-off", .signOff, "Who must say that it is done.")

    static let shape = Shape(
        "a step",
        [
            id.description, title.description, role.description, due.description, level.description,
            text.description, addresses.description, needs.description, when.description,
            forEach.description, freshFor.description, check.description, signOff.description,
        ])
}
