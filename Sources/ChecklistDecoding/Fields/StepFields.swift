import Checks
import Fields
import LocatedYAML
import Rollout

/// The keys of a step.
enum StepFields {
    static let id = Field<String>("id", .identifier, .required, "The name that others refer to.")
    static let title = Field<String>("title", .text.freelyWorded, .required, "What is to be done.")
    static let role = Field<Located<RoleID>>(
        "role", ValueType<RoleID>.role.located, .required, "The role that sees to it.")
    static let due = Field<Due>("due", .due, .required, "When it must be done.")
    static let notBefore = Field<Due>(
        "not-before", .due, "The point before which evidence for it does not count.")
    static let level = Field<Step.Level>(
        "level", .choice, .defaults("blocking"), "Whether a verdict waits for it.")
    static let text = Field<String>("text", .markdown.freelyWorded, "What to do and why.")
    static let addresses = Field<[Located<String>]>(
        "addresses", .list(of: ValueType<String>.effect.located), "The effects that it mitigates.")
    static let needs = Field<[Located<StepID>]>(
        "needs", .list(of: ValueType<StepID>.step.located), "The steps that must be ready first.")
    static let waivable = Field<Bool>(
        "waivable", .boolean, .defaults("true"), "Whether a waiver may cover it.")
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
    static let check = Field<[ConfiguredCheck]>(
        "check", ValueType<[ConfiguredCheck]>.oneOrMany(.check).freelyWorded,
        "What the tool finds out by itself.")
    static let sites = Field<SiteTerms>(
        "sites", .sites, .defaults("wherever it is carried out"),
        "The sites that must each have looked; needs check.")
    static let requestedBy = Field<Located<RoleID>>(
        "requested-by", ValueType<RoleID>.role.located,
        "The role that must ask for the change first; whoever does may not approve it.")
    static let signOff = Field<SignOffTerms>(
        "sign-off", .signOff, "Who must say that it is done.")

    static let shape = Shape(
        "a step",
        [
            id.description, title.description, role.description, due.description,
            notBefore.description, level.description, text.description, addresses.description,
            needs.description, waivable.description, when.description,
            forEach.description, freshFor.description, check.description, sites.description,
            requestedBy.description,
            signOff.description,
        ],
        otherWords: [
            "name": "title", "description": "text", "deadline": "due", "depends-on": "needs",
            "after": "needs", "requires": "needs", "mitigates": "addresses", "owner": "role",
            "by": "role", "approval": "sign-off", "optional": "level", "severity": "level",
            "site": "sites", "from": "sites", "vantage-points": "sites",
        ])
}
