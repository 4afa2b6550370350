#!/usr/bin/python3
"""A witness of one log, as c2sp.org/tlog-witness describes it: a second program that shares nothing with ours.

usage: witness.py FOLDER LOG-KEY NAME

It keeps its key and what it saw in FOLDER, writes its own key to FOLDER/vkey and its address to FOLDER/address,
and signs with openssl. FOLDER/refuse, where it is there, holds a status that it answers everything with.
"""
import base64, hashlib, http.server, pathlib, struct, subprocess, sys, time

folder, log, name = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
folder.mkdir(exist_ok=True)
PREFIX = bytes.fromhex("302a300506032b6570032100")


def key_id(name, kind, key):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def verifies(key, message, signature):
    (folder / "key.der").write_bytes(PREFIX + key)
    (folder / "message").write_bytes(message)
    (folder / "signature").write_bytes(signature)
    done = subprocess.run(
        ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", folder / "key.der",
         "-in", folder / "message", "-sigfile", folder / "signature"], capture_output=True)
    return done.returncode == 0


def signs(message):
    (folder / "message").write_bytes(message)
    return subprocess.run(
        ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", folder / "key.pem", "-in", folder / "message"],
        capture_output=True, check=True).stdout


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def is_consistent(first, second, old, new, proof):
    """RFC 9162 section 2.1.4.2."""
    if first == second:
        return old == new and not proof
    if first == 0:
        return not proof
    proof = ([old] if first & (first - 1) == 0 else []) + proof
    if not proof:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = proof[0]
    for hash in proof[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(hash, fr), node(hash, sr)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, hash)
        fn, sn = fn >> 1, sn >> 1
    return fr == old and sr == new and sn == 0


class Witness(http.server.BaseHTTPRequestHandler):
    seen = (0, b"")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        refuse = folder / "refuse"
        if self.path != "/w/add-checkpoint":
            return self.answer(404, b"")
        if refuse.exists():
            return self.answer(int(refuse.read_text()), b"")
        head, note = body.split(b"\n\n", 1)
        first, *proof = head.decode().split("\n")
        word, old = first.split(" ")
        assert word == "old" and len(proof) <= 63
        old, proof = int(old), [base64.b64decode(line, validate=True) for line in proof]
        text, signatures = note.split(b"\n\n", 1)
        text += b"\n"
        origin, size, root = text.decode().split("\n")[:3]
        size, root = int(size), base64.b64decode(root)
        log_name, _, log_key = log.split("+", 2)
        log_key = base64.b64decode(log_key)[1:]
        if origin != log_name:
            return self.answer(404, b"")
        good = False
        for line in signatures.decode().splitlines():
            dash, who, value = line.split(" ")
            value = base64.b64decode(value)
            if who == log_name and value[:4] == key_id(log_name, 1, log_key):
                good = good or verifies(log_key, text, value[4:])
        if not good:
            return self.answer(403, b"")
        if old > size:
            return self.answer(400, b"")
        if old != Witness.seen[0]:
            return self.answer(409, b"%d\n" % Witness.seen[0], "text/x.tlog.size")
        if old == size and size and root != Witness.seen[1]:
            return self.answer(409, b"%d\n" % Witness.seen[0], "text/x.tlog.size")
        if old and not is_consistent(old, size, Witness.seen[1], root, proof) or not old and proof:
            return self.answer(422, b"")
        Witness.seen = (size, root)
        (folder / "seen").write_text(f"{size}\n{root.hex()}\n")
        now = int(time.time())
        value = struct.pack(">Q", now) + signs(b"cosignature/v1\ntime %d\n" % now + text)
        signature = base64.b64encode(key_id(name, 4, public) + value).decode()
        self.answer(200, f"\u2014 {name} {signature}\n".encode())

    def answer(self, status, body, kind="text/plain"):
        with open(folder / "answers", "a") as answers:
            answers.write(f"{status}\n")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


if not (folder / "key.pem").exists():
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", folder / "key.pem"], check=True)
public = subprocess.run(
    ["openssl", "pkey", "-in", folder / "key.pem", "-pubout", "-outform", "DER"], capture_output=True,
    check=True).stdout[-32:]
if (folder / "seen").exists():
    size, root = (folder / "seen").read_text().split()
    Witness.seen = (int(size), bytes.fromhex(root))
server = http.server.HTTPServer(("127.0.0.1", 0), Witness)
vkey = f"{name}+{key_id(name, 4, public).hex()}+{base64.b64encode(bytes([4]) + public).decode()}"
(folder / "vkey").write_text(vkey + "\n")
(folder / "address.new").write_text(f"http://127.0.0.1:{server.server_port}/w\n")
(folder / "address.new").rename(folder / "address")
server.serve_forever()
