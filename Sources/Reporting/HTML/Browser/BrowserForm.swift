import Rollout

/// A form whose words become a statement, once they were shown and signed.
///
/// It is closed until the script opens it: without the script it could only lose what is written.
struct BrowserForm {
    /// What is done: sign, waive, poll or decide.
    let act: String
    /// The name of the rollout's page.
    let rollout: String
    /// `step` or `phase`, and its id.
    let subject: (kind: String, id: String)
    let title: Inline
    private var fields = ""

    init(_ act: String, _ rollout: String, _ subject: (kind: String, id: String), _ title: Inline) {
        self.act = act
        self.rollout = rollout
        self.subject = subject
        self.title = title
    }

    private func id(_ name: String) -> String { HTMLEscaping.text("\(act)-\(name)") }

    /// A choice of one, which nobody makes by leaving it as it is; the names are ours, the labels may come
    /// from outside.
    mutating func choice(
        _ name: String, _ label: Inline, _ options: [(value: String, label: String)]
    ) {
        let all = [(value: "", label: "Choose")] + options
        let choices = all.map {
            "<option value=\"\(HTMLEscaping.text($0.value))\">\(HTMLEscaping.text($0.label))</option>"
        }
        fields += """
            <p><label for="\(id(name))">\(HTMLWriter.inline(label))</label><br>
            <select id="\(id(name))" name="\(name)" required>\(choices.joined())</select></p>

            """
    }

    /// The role that somebody acts for; nothing to choose where there is one.
    mutating func role(_ roles: [RoleID], _ context: WordingContext) {
        guard roles.count > 1 else {
            guard let role = roles.first else { return }
            fields +=
                "<p>For the role \(HTMLEscaping.text(context.role(role))).<input type=\"hidden\" name=\"role\" value=\"\(HTMLEscaping.text(role.text))\"></p>\n"
            return
        }
        choice("role", "For the role", roles.map { ($0.text, context.role($0)) })
    }

    mutating func words(_ label: Inline) {
        fields += """
            <p><label for="\(id("note"))">\(HTMLWriter.inline(label))</label><br>
            <textarea id="\(id("note"))" name="note" required maxlength="10000"></textarea></p>

            """
    }

    mutating func day(_ label: Inline) {
        fields += """
            <p><label for="\(id("until"))">\(HTMLWriter.inline(label))</label><br>
            <input id="\(id("until"))" name="until" type="date" required></p>

            """
    }

    mutating func files(_ label: Inline, isRequired: Bool) {
        fields += """
            <p><label for="\(id("evidence"))">\(HTMLWriter.inline(label))</label><br>
            <input id="\(id("evidence"))" name="evidence" type="file" multiple\(isRequired ? " required" : "")></p>

            """
    }

    var html: String {
        """
        <form data-act="\(act)" data-rollout="\(HTMLEscaping.text(rollout))" data-\(subject.kind)="\(HTMLEscaping.text(subject.id))">
        <fieldset disabled>
        <legend>\(HTMLWriter.inline(title))</legend>
        \(fields)<p><button type="submit" class="main">Show me what I sign</button></p>
        </fieldset>
        </form>

        """
    }
}
