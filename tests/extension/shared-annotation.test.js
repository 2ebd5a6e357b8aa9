import assert from "node:assert/strict";
import { test } from "node:test";
import { annotationFromDraft, draftFromEntry, noteFromDraft, noteFromEntry, patchOf } from "../../extension/src/shared/annotation.js";
import { isDraft } from "../../extension/src/shared/draft.js";
import { overlaid } from "../../extension/src/shared/overlay.js";
import { ADA, PAPER, SERVER, draft } from "./shared-fakes.js";

const asStored = (one) => ({
  etag: '"a-1"', state: {},
  annotation: { ...annotationFromDraft(one), id: `${SERVER}/api/annotations/${one.id}`, creator: { id: ADA.id, type: "Person" }, modified: "2026-11-23T08:15:31.250113Z" },
});

test("a draft becomes the annotation of docs/api.md, member by member", () => {
  const one = draft({ text: "Is this at equal *token* budget?", version: 2 });
  assert.deepEqual(annotationFromDraft(one), {
    "@context": ["http://www.w3.org/ns/anno.jsonld", { postil: "urn:x-postil:ns:" }],
    type: "Annotation",
    motivation: "commenting",
    created: "2026-11-23T08:15:30Z",
    body: [
      { type: "TextualBody", value: "Is this at equal *token* budget?", format: "text/markdown", purpose: "commenting" },
      { type: "TextualBody", value: "evaluation", format: "text/plain", purpose: "tagging" },
    ],
    target: {
      type: "SpecificResource",
      source: "https://huggingface.co/papers",
      selector: one.selectors,
      "postil:paper": PAPER,
      "postil:field": "abstract",
      "postil:source": "huggingface",
      "postil:version": 2,
    },
    "postil:group": "p1",
  });
});

test("absent means absent: a highlight has no body, a note on the whole paper neither field nor selector, and null is nowhere", () => {
  const bare = annotationFromDraft(draft({ text: "  \n", tags: [], field: null, selectors: [], quote: "" }));
  assert.equal(bare.motivation, "highlighting");
  assert.ok(!("body" in bare));
  assert.deepEqual(Object.keys(bare.target).sort(), ["postil:paper", "postil:source", "source", "type"]);
  assert.ok(!JSON.stringify(bare).includes("null"));
});

test("there and back: draft, annotation, note and draft again", () => {
  for (const one of [draft(), draft({ text: "", tags: [] }), draft({ text: "", tags: ["a", "b"] }), draft({ field: null, selectors: [], quote: "" }), draft({ version: 3 }), draft({ text: "é😀\u0000-free \\ \"" })]) {
    const entry = asStored(one);
    assert.deepEqual(draftFromEntry(entry, PAPER), one);
    const note = noteFromEntry(entry, PAPER, ADA.id);
    assert.deepEqual({ ...note, modified: one.created }, noteFromDraft(one, ADA.id));
  }
});

test("a reply, a foreign note, a note in the trash", () => {
  const reply = asStored(draft());
  reply.annotation.target = `${SERVER}/api/annotations/01976e2c-7d5e-7c41-8f0a-00000000ffff`;
  reply.annotation.body = [{ type: "TextualBody", value: "because", purpose: "replying" }];
  const note = noteFromEntry(reply, PAPER, "someone else");
  assert.equal(note.parent, "01976e2c-7d5e-7c41-8f0a-00000000ffff");
  assert.equal(note.text, "because");
  assert.equal(note.mine, false);
  const foreign = { etag: "", state: {}, annotation: { id: "urn:x:1", type: "Annotation", target: ["https://x.example"], body: { type: "TextualBody", value: "plain", purpose: "commenting" } } };
  assert.equal(noteFromEntry(foreign, PAPER, ADA.id).text, "plain");
  assert.equal(noteFromEntry(foreign, PAPER, ADA.id).mine, false);
  assert.deepEqual(overlaid(PAPER, [{ ...asStored(draft()), state: { deleted: "2026-11-23T00:00:00Z" } }], [], ADA.id), []);
});

test("an edit is a merge patch of the body; emptied, the body goes", () => {
  const body = (more) => patchOf({ text: "x", tags: [], selectors: [], ...more }, ["text"]);
  assert.deepEqual(body(), { body: [{ type: "TextualBody", value: "x", format: "text/markdown", purpose: "commenting" }] });
  assert.equal(body({ parent: "p" }).body[0].purpose, "replying");
  assert.deepEqual(body({ text: " " }), { body: null });
});

test("what is no draft is refused before it is kept", () => {
  assert.ok(isDraft(draft()));
  assert.ok(isDraft(draft({ field: null, selectors: [], quote: "" })));
  for (const wrong of [null, "x", {}, draft({ id: "../../me" }), draft({ text: 7 }), draft({ tags: ["a", 1] }), draft({ field: "body" }), draft({ selectors: [{ type: "CssSelector", value: "*" }] }), draft({ version: "2" })]) {
    assert.equal(isDraft(wrong), false);
  }
});
