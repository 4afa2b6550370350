"""Takes the signature of a passkey apart, into what openssl verifies by itself.

    parts.py SIGNATURE     writes key.der, authenticatorData, clientDataJSON and signature
"""

import base64
import hashlib
import sys


def string(data):
    length = int.from_bytes(data[:4], "big")
    return data[4:4 + length], data[4 + length:]


def integer(number):
    return b"\x02" + bytes([len(number)]) + number


text = open(sys.argv[1]).read().splitlines()
rest = base64.b64decode("".join(text[1:-1]))[10:]
key, rest = string(rest)
for _ in range(3):
    _, rest = string(rest)
value, _ = string(rest)
_, key = string(key)
_, key = string(key)
point, key = string(key)
host, _ = string(key)
_, value = string(value)
pair, value = string(value)
first, pair = string(pair)
second, _ = string(pair)
flags, counter, value = value[:1], value[1:5], value[5:]
origin, value = string(value)
words, value = string(value)
extensions, _ = string(value)

numbers = integer(first) + integer(second)
files = {
    "key.der": bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200") + point,
    "authenticatorData": hashlib.sha256(host).digest() + flags + counter + extensions,
    "clientDataJSON": words,
    "signature": b"\x30" + bytes([len(numbers)]) + numbers,
}
for name, content in files.items():
    open(name, "wb").write(content)
