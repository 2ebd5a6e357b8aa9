// The two edges that the shared modules stand on, made of memory: a store that can die, and a server that keeps the rules of docs/api.md.
import { setTimeout as wait } from "node:timers/promises";
import { ownLocks } from "../../extension/src/shared/locks.js";
import { createSession } from "../../extension/src/shared/session.js";
import { seenIn } from "../../extension/src/shared/wording.js";

export const SERVER = "http://127.0.0.1:8017";
export const ADA = { id: `${SERVER}/api/users/1`, name: "ada", display_name: "Ada" };
export const BOB = { id: `${SERVER}/api/users/2`, name: "bob", display_name: "Bob" };
export const PERSONAL = { id: "p1", kind: "personal", name: "Only me", role: "owner", can_write: true };
export const TEAM = { id: "t1", kind: "team", name: "Readers", role: "member", can_write: true };
export const PAPER = "arxiv:2504.13171";

const never = () => new Promise(() => undefined);

/** What survives a crash: plain values, copied in and out as a browser does. */
export class Disk {
  constructor() {
    this.values = new Map();
  }

  /** One process's view of the disk. After `budget` steps it is dead: nothing it asks for ever comes back. */
  mount(budget = Infinity) {
    return new Process(this, budget);
  }

  keys(prefix) {
    return [...this.values.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  list(prefix) {
    return this.keys(prefix).map((key) => this.values.get(key));
  }
}

class Process {
  constructor(disk, budget) {
    this.disk = disk;
    this.budget = budget;
    this.failing = null; // a function of (verb, key) that may throw
    /** Resolves when the process dies. */
    this.dead = new Promise((resolve) => (this.die = resolve));
  }

  /** One step of the process; `after` runs only if it lives to see it. */
  async step(work) {
    if (this.budget <= 0) return this.ended();
    this.budget -= 1;
    const result = work();
    await null;
    return this.budget <= 0 ? this.ended() : result;
  }

  ended() {
    this.die();
    return never();
  }

  get store() {
    const { values } = this.disk;
    const touch = (verb, key) => this.failing?.(verb, key);
    return {
      get: (key) => this.step(() => structuredClone(values.get(key))),
      set: (key, value) => this.step(() => {
        touch("set", key);
        values.set(key, structuredClone(value));
      }).then(() => undefined),
      remove: (key) => this.step(() => void values.delete(key)),
      list: (prefix) => this.step(() => this.disk.keys(prefix).map((key) => [key, structuredClone(values.get(key))])),
    };
  }

  /** A network that dies with the process: before the request leaves, or before the answer is read. */
  network(server) {
    return async (url, init) => {
      await this.step(() => undefined);
      const answer = await server.fetch(url, init);
      await this.step(() => undefined);
      return answer;
    };
  }
}

/** A Postil server in a map. `script` answers first: a function of the request that may give a Response or throw. */
export class FakeServer {
  constructor() {
    this.notes = new Map(); // id -> {annotation, number, owner, deleted}
    this.done = new Map(); // idempotency key -> {id, content}
    this.users = new Map([["ada-token", ADA], ["bob-token", BOB]]);
    this.cookieUser = null;
    this.requests = [];
    this.script = null;
    this.violations = [];
    this.grants = new Map(); // device code -> {answer} as the token endpoint gives it
    this.revoked = [];
    this.fetch = (url, init) => this.answer(url, init);
  }

  /** A note that is there already, in the state that its ETag names. */
  hold({ annotation, etag }, { deleted = false } = {}) {
    const id = annotation.id.split("/").pop();
    this.notes.set(id, { annotation: structuredClone(annotation), number: 1, owner: annotation.creator.id, deleted, etag });
  }

  get writes() {
    return this.requests.filter(({ method }) => method !== "GET");
  }

  async answer(url, init) {
    const { pathname, searchParams } = new URL(url);
    const request = {
      method: init.method, path: pathname.replace(/^\/api/, ""), query: searchParams, headers: new Headers(init.headers), body: init.body ?? null,
    };
    this.requests.push(request);
    const scripted = await this.script?.(request);
    if (scripted) return scripted;
    if (request.path === "/") return json(200, { name: "Postil", version: "0.1.0", protocol: { current: 1, oldest: 1 } });
    if (request.path.startsWith("/oauth/")) return this.oauth(request.path, new URLSearchParams(request.body));
    const token = request.headers.get("Authorization")?.replace("Bearer ", "");
    const user = token ? this.users.get(token) : this.cookieUser;
    if (!user) return problem(401, "unauthorized");
    const meant = request.headers.get("Postil-User");
    if (!token && meant && meant !== user.id) return problem(403, "other-user");
    return this.route(request, user);
  }

  /** The device grant: what the token endpoint says next stands in `grants`, put there by the test. */
  oauth(path, form) {
    if (path === "/oauth/device") {
      const device = `device-${this.grants.size + 1}`;
      this.grants.set(device, { error: "authorization_pending" });
      return json(200, { device_code: device, user_code: "BCDF-GHJK", expires_in: 600, interval: 5, verification_uri: `${SERVER}/connect`, verification_uri_complete: `${SERVER}/connect?code=BCDF-GHJK` });
    }
    if (path === "/oauth/revoke") {
      this.revoked.push(form.get("token"));
      return json(200, {});
    }
    const answer = this.grants.get(form.get("device_code")) ?? { error: "expired_token" };
    return json(answer.error ? 400 : 200, answer);
  }

  route(request, user) {
    const { path, method } = request;
    if (path === "/me") return json(200, { user, scopes: ["read", "write"], groups: [PERSONAL, TEAM] });
    if (path === "/lookup") return this.lookup(request);
    if (path.startsWith("/papers/")) return json(200, {});
    const [, , id, verb] = path.split("/");
    const operation = request.headers.get("Idempotency-Key");
    const content = `${method} ${path} ${request.body}`;
    const before = this.done.get(operation);
    if (before) {
      if (before.content !== content) this.violations.push(`another content under one key: ${before.content} / ${content}`);
      return method === "DELETE" ? new Response(null, { status: 204 }) : this.shown(id, 200);
    }
    const answer = this.change(method, id, verb, request, user);
    if (answer.ok) this.done.set(operation, { id, content });
    return answer;
  }

  change(method, id, verb, request, user) {
    const note = this.notes.get(id);
    if (verb === "restore") {
      if (!note?.deleted) return problem(404, "not-found");
      note.deleted = false;
      return this.shown(id, 200);
    }
    if (note && note.owner !== user.id) return problem(409, "id-taken");
    if (note?.deleted) return problem(method === "DELETE" ? 410 : method === "PUT" ? 410 : 404, method === "PATCH" ? "not-found" : "gone");
    if (method === "PUT") return note ? this.shown(id, 200) : this.create(id, JSON.parse(request.body), user);
    if (!note) return problem(404, "not-found");
    const match = request.headers.get("If-Match");
    if (!match) return problem(428, "if-match-required");
    if (match !== etagOf(note)) return json(412, { code: "stale", detail: "stale", status: 412, current: note.annotation, etag: etagOf(note) }, { "Content-Type": "application/problem+json" });
    if (method === "DELETE") {
      note.deleted = true;
      return new Response(null, { status: 204 });
    }
    return this.patch(id, JSON.parse(request.body));
  }

  /** A reply finds the note that it answers, and goes into that note's group. */
  create(id, annotation, user) {
    const parent = typeof annotation.target === "string" ? this.notes.get(annotation.target.split("/").pop()) : null;
    if (parent === undefined) return problem(422, "invalid", {}, { errors: [{ field: "target", message: "the note that this answers does not exist" }] });
    if (parent && parent.annotation["postil:group"] !== annotation["postil:group"]) return problem(422, "invalid", {}, { errors: [{ field: "postil:group", message: "another group" }] });
    return this.put(id, annotation, user);
  }

  put(id, annotation, user) {
    const stored = { ...annotation, id: `${SERVER}/api/annotations/${id}`, creator: { id: user.id, type: "Person" }, modified: "2026-11-23T09:00:00Z" };
    this.notes.set(id, { annotation: stored, number: 1, owner: user.id, deleted: false });
    return this.shown(id, 201);
  }

  patch(id, patch) {
    const note = this.notes.get(id);
    const replies = [...this.notes.values()].filter(({ annotation }) => String(annotation.target).endsWith(`/${id}`));
    if (patch["postil:group"] && replies.some(({ owner }) => owner !== note.owner)) return problem(409, "has-replies");
    note.annotation = merged(note.annotation, patch);
    for (const reply of replies) reply.annotation["postil:group"] = note.annotation["postil:group"];
    note.number += 1;
    note.etag = undefined;
    return this.shown(id, 200);
  }

  shown(id, status) {
    const note = this.notes.get(id);
    return json(status, note.annotation, { ETag: etagOf(note) });
  }

  lookup({ query, headers }) {
    const keys = query.getAll("paper");
    const live = [...this.notes.values()].filter(({ deleted }) => !deleted);
    const papers = Object.fromEntries(keys.map((key) => {
      const notes = live.filter(({ annotation }) => (annotation.target["postil:paper"] ?? PAPER) === key);
      return [key, { key, count: notes.length, notes: notes.map((note) => ({ etag: etagOf(note), state: {}, annotation: note.annotation })) }];
    }));
    const etag = `"${JSON.stringify(Object.values(papers).map(({ notes }) => notes.map((note) => note.etag))).length}-${live.map(etagOf).join()}"`.replaceAll('""', '"');
    if (headers.get("If-None-Match") === etag) return new Response(null, { status: 304 });
    return json(200, { cursor: "c1", papers, people: { [ADA.id]: { name: "ada", display_name: "Ada" } }, labels: {} }, { ETag: etag });
  }

  text(id) {
    return this.notes.get(id)?.annotation.body?.[0]?.value ?? "";
  }
}

/** RFC 7396. */
function merged(target, patch) {
  if (patch === null || typeof patch !== "object" || Array.isArray(patch)) return patch;
  const whole = typeof target === "object" && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete whole[name];
    else whole[name] = merged(whole[name], value);
  }
  return whole;
}

function etagOf({ annotation, number, etag }) {
  return etag ?? `"${annotation.id.split("/").pop().slice(-4)}-${number}"`;
}

export function json(status, body, headers = {}) {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });
}

export function problem(status, code, headers = {}, more = {}) {
  return json(status, { type: "about:blank", title: code, status, detail: `Refused: ${code}.`, code, ...more }, { "Content-Type": "application/problem+json", ...headers });
}

/** A clock that only moves when told, and fires what was scheduled. */
export class Clock {
  constructor() {
    this.time = 1_000_000;
    this.timers = [];
    this.now = () => this.time;
    this.schedule = (delay, work) => void this.timers.push({ at: this.time + delay, delay, work });
  }

  get delays() {
    return this.timers.map(({ delay }) => delay);
  }

  async pass(milliseconds) {
    this.time += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.time);
    this.timers = this.timers.filter(({ at }) => at > this.time);
    for (const { work } of due) work();
    await quiet();
  }
}

/** Lets everything that can go on go on. */
export async function quiet() {
  for (let i = 0; i < 3; i += 1) await wait(2);
}

/** One account at work over one process: what a service worker's life amounts to. */
export function start({ disk = new Disk(), server = new FakeServer(), clock = new Clock(), budget = Infinity, user = ADA, token = "ada-token", heard = {} } = {}) {
  const process = disk.mount(budget);
  const account = { server: SERVER, token, user, groups: [PERSONAL, TEAM] };
  const surroundings = { store: process.store, locks: ownLocks(), fetch: process.network(server), now: clock.now, random: () => 1, schedule: clock.schedule };
  const changed = heard.changed ?? (() => undefined);
  const trouble = heard.trouble ?? (() => undefined);
  const session = createSession(account, surroundings, { changed, trouble });
  return { disk, server, clock, process, session, notes: session.notes, outbox: session.outbox, sender: session.sender };
}

let made = 0;

export function draft(more = {}) {
  made += 1;
  const id = `01976e2c-7d5e-7c41-8f0a-${String(made).padStart(12, "0")}`;
  return {
    id, group: PERSONAL.id, paper: PAPER, field: "abstract", quote: "by 13%", text: "first", tags: ["evaluation"], url: "https://huggingface.co/papers",
    source: "huggingface", created: "2026-11-23T08:15:30Z",
    selectors: [{ type: "TextQuoteSelector", exact: "by 13%", prefix: "accuracy ", suffix: " on" }, { type: "TextPositionSelector", start: 3, end: 9 }],
    ...more,
  };
}

/** An edit as its editor makes it: begun on what the note shows now, or on what stands against it where it is in conflict. */
export async function edit(notes, id, text, tags = []) {
  const shown = Object.values((await notes.read([PAPER])).papers).flat().find((note) => note.id === id);
  return notes.edit(id, { text, tags }, seenIn(shown));
}
