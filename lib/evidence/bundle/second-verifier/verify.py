"""A second verifier of bundles, written from docs/bundle.md alone, that shares no code with the first: Python's own JSON and SHA-256, and
Ed25519 as RFC 8032 section 5.1.7 has it. Usage: python3 verify.py FILE LOG-KEY. Prints "holds" or the first thing that does not."""

import base64
import hashlib
import json
import sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def demand(held, what):
    if not held:
        print(what)
        sys.exit(1)


def unbase64(text):
    data = base64.b64decode(text, validate=True)
    demand(base64.b64encode(data).decode() == text, "base64")
    return data


# Ed25519, in extended coordinates
def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    return ((f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P)


def times(n, point):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = add(total, point)
        point, n = add(point, point), n >> 1
    return total


def point_of(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519(key, message, signature):
    a, r = point_of(key), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L or len(signature) != 64:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# signed notes (C2SP signed-note, tlog-cosignature)
def vkey(text):
    name, key_id, key = text.split("+", 2)
    data = unbase64(key)
    demand(sha(name.encode(), b"\n", data)[:4].hex() == key_id, "verifier key")
    return name, bytes.fromhex(key_id), data[0], data[1:]


def signers(note, keys):
    text, lines = note.rsplit("\n\n", 1)
    text += "\n"
    good = []
    for line in lines.strip("\n").split("\n"):
        dash, name, blob = line.split(" ")
        demand(dash == "\u2014", "signature line")
        blob = unbase64(blob)
        for label, (key_name, key_id, kind, key) in keys.items():
            if (key_name, key_id) != (name, blob[:4]):
                continue
            body = blob[4:]
            if kind == 1:
                demand(ed25519(key, text.encode(), body), "signature of " + label)
            else:
                stamp = int.from_bytes(body[:8], "big")
                message = f"cosignature/v1\ntime {stamp}\n{text}".encode()
                demand(ed25519(key, message, body[8:]), "cosignature of " + label)
            good.append(label)
    return text, good


def quorum(policy, good):
    met = set(good)
    for line in policy.splitlines():
        words = line.split()
        if words[:1] == ["group"]:
            members = words[3:]
            need = {"any": 1, "all": len(members)}.get(words[2]) or int(words[2])
            if sum(member in met for member in members) >= need:
                met.add(words[1])
        if words[:1] == ["quorum"]:
            return words[1] == "none" or words[1] in met
    return False


# RFC 6962 and RFC 9162 section 2.1.3.2
def climb(leaf, index, size, proof):
    demand(0 <= index < size, "index")
    fn, sn, node = index, size - 1, sha(b"\0", leaf)
    for sibling in proof:
        demand(sn != 0, "proof too long")
        if fn & 1 or fn == sn:
            node = sha(b"\1", sibling, node)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = sha(b"\1", node, sibling)
        fn, sn = fn >> 1, sn >> 1
    demand(sn == 0, "proof too short")
    return node


def root_of(values):
    if len(values) < 2:
        return sha(b"\0", values[0]) if values else sha()
    k = 1
    while k * 2 < len(values):
        k *= 2
    return sha(b"\1", root_of(values[:k]), root_of(values[k:]))


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def commitment(domain, name, value, salt):
    demand(len(salt) == 32, "salt")
    return sha(domain, b"\0", salt, bytes([len(name.encode())]), name.encode(), canonical(value))


def hashes(texts):
    found = [unbase64(text) for text in texts]
    demand(all(len(one) == 32 for one in found), "hash")
    return found


def check_head(log, key_text):
    name, *_ = key = vkey(key_text)
    keys = {"the log": key}
    for line in log["policy"].splitlines():
        words = line.split()
        if words[:1] == ["witness"]:
            keys[words[1]] = vkey(words[2])
    text, good = signers(log["checkpoint"], keys)
    origin, size, root = text.splitlines()
    demand("the log" in good and origin == name, "head")
    demand(quorum(log["policy"], good), "quorum")
    said = [k for k in log["keys"] if k["vkey"] == key_text and int(k["fromSize"]) <= int(size)]
    demand(any(k["toSize"] is None or int(size) <= int(k["toSize"]) for k in said), "key history")
    return origin, int(size), unbase64(root)


def check_fields(fields, root):
    names = [field["name"].encode() for field in fields]
    demand(names == sorted(set(names)), "order of fields")
    commitments = hashes([field["commitment"] for field in fields])
    demand(root_of(commitments) == root, "fields")
    for field, held in zip(fields, commitments):
        if "salt" in field:
            salt = unbase64(field["salt"])
            demand(commitment(b"dpl-field/v1", field["name"], field["value"], salt) == held, "opening")


def check_naming(naming, leaf, subject):
    named = subject["kind"].encode() + b"\0" + subject["id"].encode() + b"\0"
    tag = sha(b"dpl-tag/v1\0", named, unbase64(subject["nonce"]))
    demand(climb(tag, naming["at"], naming["of"], hashes(naming["tagProof"])) == leaf["subjects"], "subject")
    link = naming["link"]
    if link:
        said = tag + bytes.fromhex(link["previous"] or "00" * 16) + link["counter"].to_bytes(8, "big")
        demand(climb(said, naming["at"], naming["of"], hashes(link["proof"])) == leaf["previous"], "link")


def read_leaf(data):
    demand(data[:4] == b"DPL\x01", "leaf")
    if data[4] == 1:
        ext = int.from_bytes(data[137:139], "big")
        roots = {"subjects": data[57:89], "payload": data[89:121], "previous": data[139 + ext + 65 :]}
        signed = {"key": data[39:47], "signature": data[-96:-32] if data[-97] == 1 else None, "signed": data[:-97]}
        return {"id": data[5:21].hex(), "actor": data[23:39], **roots, **signed}
    if data[4] == 3:
        return {"id": data[5:21].hex(), "action": data[21], "actor": data[23:39], "public": data[47:79]}
    if data[4] == 5:
        return {"id": data[5:21].hex(), "count": int.from_bytes(data[29:33], "big"), "root": data[33:]}
    demand(data[4] == 6, "leaf type")
    return {"id": data[5:21].hex(), "kind": data[21], "actor": data[22:38], "payload": data[46:]}


def check_history(subject, steps):
    for number, (event, link) in enumerate(steps):
        if subject["whole"]:
            demand(link is not None and link["counter"] == number, "history")
            demand(link["previous"] == (steps[number - 1][0] if number else None), "history")
    demand(steps or not subject["whole"], "history")


def check_signatures(leaves):
    known = {}
    for leaf in leaves:
        if "public" in leaf:
            known[(leaf["actor"], sha(leaf["public"])[:8])] = leaf["public"] if leaf["action"] != 3 else None
        elif leaf.get("signature"):
            public = known.get((leaf["actor"], leaf["key"]))
            demand(public is not None, "actor key")
            demand(ed25519(public, b"custody-event/v1\n" + leaf["signed"], leaf["signature"]), "actor signature")


def check_erasures(entries, leaves):
    said = {leaf["id"]: (leaf, {f["name"]: f.get("value") for f in e["fields"]}) for e, leaf in zip(entries, leaves)}
    for entry, leaf in zip(entries, leaves):
        for field in entry["fields"]:
            if "erasedBy" in field:
                by, values = said.get(field["erasedBy"], ({"kind": None}, {}))
                held = by.get("kind") == 4 and by["actor"] == leaf["actor"] and values["event"] == leaf["id"]
                demand(held and field["name"] in values["fields"], "erasure")


def main(path, key):
    data = open(path, "rb").read()
    file = json.loads(data)
    demand(canonical(file) == data, "canonical JSON")
    demand(file["format"] == "vialog-bundle" and file["version"] == 1, "format")
    origin, size, root = check_head(file["log"], key)
    seal = file.pop("seal")
    digest = base64.b64encode(sha(canonical(file))).decode()
    text, good = signers(seal, {"the seal": vkey(file["sealKey"])})
    demand(good == ["the seal"] and text == f"vialog-bundle/v1\n{origin}\n{digest}\n", "seal")
    histories = [[] for _ in file["subjects"]]
    leaves = []
    for entry in file["entries"]:
        data = unbase64(entry["leaf"])
        demand(climb(data, int(entry["index"]), size, hashes(entry["proof"])) == root, "inclusion")
        leaf = read_leaf(data)
        leaves.append(leaf)
        if "public" in leaf:
            demand(not entry["fields"] and not entry["names"], "leaf")
            continue
        check_fields(entry["fields"], leaf["payload"])
        for naming in entry["names"]:
            check_naming(naming, leaf, file["subjects"][naming["subject"]])
            histories[naming["subject"]].append((leaf["id"], naming["link"]))
    indexes = [int(entry["index"]) for entry in file["entries"]]
    demand(indexes == sorted(set(indexes)), "order")
    for subject, steps in zip(file["subjects"], histories):
        check_history(subject, steps)
    check_erasures(file["entries"], leaves)
    check_signatures(leaves)
    for seen in file["observations"]:
        data = unbase64(seen["leaf"])
        demand(climb(data, int(seen["index"]), size, hashes(seen["proof"])) == root, "inclusion")
        leaf = read_leaf(data)
        held = commitment(b"dpl-observation/v1", "observation", seen["value"], unbase64(seen["salt"]))
        demand(leaf["count"] == seen["of"], "observation")
        demand(climb(held, seen["at"], seen["of"], hashes(seen["path"])) == leaf["root"], "observation")
    print("holds")


main(*sys.argv[1:])
