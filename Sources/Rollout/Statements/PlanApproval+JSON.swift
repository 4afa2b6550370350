import CanonicalJSON

extension PlanApproval {
    func write(to writer: inout CanonicalWriter) {
        writer.key("next")
        writer.list(next) { writer, approvers in
            writer.object { writer in
                writer.key("members")
                writer.list(approvers.members) { writer, member in writer.text(member.text) }
                writer.text("role", approvers.role.text)
            }
        }
        writer.text("note", note)
        if isRequired { writer.text("required", "yes") }
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        try reader.key("next")
        try reader.beginList()
        var next: [Approvers] = []
        while try reader.hasItem() {
            try reader.beginObject()
            try reader.key("members")
            try reader.beginList()
            var members: [Principal] = []
            while try reader.hasItem() { members.append(Principal(try reader.text())) }
            next.append(Approvers(role: RoleID(try reader.text("role")), members: members))
            try reader.endObject()
        }
        self.next = next
        note = try reader.text("note")
        isRequired = try reader.isYes("required")
    }
}
