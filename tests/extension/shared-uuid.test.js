import assert from "node:assert/strict";
import { test } from "node:test";
import { isUuid, uuidv7 } from "../../extension/src/shared/uuid.js";

test("the bits that RFC 9562, 5.7 fixes, and the rest random", () => {
  const made = Array.from({ length: 2_000 }, () => uuidv7(0x0197_6e2c_7d5e));
  for (const id of made) {
    assert.match(id, /^01976e2c-7d5e-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(isUuid(id));
  }
  assert.equal(new Set(made).size, made.length);
  const seen = Array.from({ length: 36 }, () => new Set());
  for (const id of made) [...id].forEach((digit, at) => seen[at].add(digit));
  for (const at of [15, 16, 17, 20, 21, 22, ...Array.from({ length: 12 }, (_, i) => 24 + i)]) assert.equal(seen[at].size, 16, `digit ${at}`);
});

test("ids sort by time, from the epoch to the year 10889", () => {
  const times = [0, 1, 255, 256, 65_536, 2 ** 32 - 1, 2 ** 32, Date.now(), Date.now() + 1, 2 ** 48 - 1];
  const ids = times.map((time) => uuidv7(time));
  assert.deepEqual([...ids].sort(), ids);
  assert.ok(ids[0].startsWith("00000000-0000-7"));
  assert.ok(ids.at(-1).startsWith("ffffffff-ffff-7"));
  const before = Date.now();
  const now = parseInt(uuidv7().replaceAll("-", "").slice(0, 12), 16);
  assert.ok(before <= now && now <= Date.now());
});

test("what is no UUID", () => {
  for (const value of [null, 7, "", "x", "01976E2C-7D5E-7C41-8F0A-3A2F5C1B9D10", "01976e2c7d5e7c418f0a3a2f5c1b9d10", `${uuidv7()}x`, "../me"]) assert.equal(isUuid(value), false);
});
