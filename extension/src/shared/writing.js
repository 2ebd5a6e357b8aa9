// What the user writes: each write is on disk before it is answered, everyone sees it then, and it goes on its way.
import { isBounded, isDraft, isPaperSeen, isTarget } from "./draft.js";
import { AskError } from "./messages.js";
import { phrase } from "./phrase.js";
import { isSeen, isWording } from "./wording.js";

/**
 * @typedef {import("./backend.js").FarEnd} FarEnd
 * @typedef {import("./messages.js").Handlers} Handlers
 */

/** @param {FarEnd} far @returns {Handlers} */
export function writing(far) {
  const { accounts } = far;
  /** Nobody waits for the sending. @param {import("./session.js").Session} session @param {string} paper @param {unknown} [unfinished]  the draft that is finished by it */
  const written = async (session, paper, unfinished) => {
    if (typeof unfinished === "string") await session.notes.unfinished.drop(unfinished);
    void session.sender.flush();
    await far.tell([paper]);
  };
  return {
    create: async ({ draft, account, unfinished }) => {
      if (!isDraft(draft)) throw new AskError("bad-message", phrase("bad_note"));
      const session = await accounts.need(account);
      const note = await session.notes.create(draft);
      await far.unmute(draft.group);
      await written(session, draft.paper, unfinished);
      return note;
    },
    edit: async ({ id, text, tags, seen, account, unfinished }) => {
      if (!isWording({ text, tags }) || !isSeen(seen) || !isBounded({ text, tags, seen })) throw new AskError("bad-message", phrase("bad_note"));
      const session = await accounts.need(account);
      const note = await session.notes.edit(String(id), { text, tags }, seen);
      await written(session, note.paper, unfinished);
      return note;
    },
    attach: async ({ id, target }) => {
      if (!isTarget(target)) throw new AskError("bad-message", phrase("bad_mark"));
      const session = await accounts.need();
      const note = await session.notes.attach(String(id), target);
      await written(session, note.paper);
      return note;
    },
    move: async ({ id, group }) => {
      const session = await accounts.need();
      mayWrite(session, group);
      const note = await session.notes.move(String(id), group);
      await far.unmute(group);
      await written(session, note.paper);
      return note;
    },
    delete: async ({ id }) => {
      const session = await accounts.need();
      await written(session, await session.notes.delete(String(id)));
      return {};
    },
    "undo-delete": async ({ id }) => {
      const session = await accounts.need();
      const note = await session.notes.undoDelete(String(id));
      await written(session, note.paper);
      return note;
    },
    "paper-seen": async ({ paper }) => {
      if (!isPaperSeen(paper)) throw new AskError("bad-message", phrase("bad_message"));
      const session = await accounts.need();
      await session.notes.paperSeen(paper, await far.destination(session));
      void session.sender.flush();
      return {};
    },
    destination: async ({ group }) => {
      const session = await accounts.need();
      mayWrite(session, group);
      await far.settings.setDestination(session.space, group);
      await far.tell([]);
      return far.status();
    },
    waiting: () => far.waiting(),
    "resolve-failed": async ({ operation, way }) => {
      const session = await accounts.need();
      const personal = session.account.groups.find(({ kind }) => kind === "personal")?.id ?? null;
      await session.outbox.resolve(String(operation), way, personal);
      void session.sender.flush();
      await far.tell(null);
      return far.status();
    },
  };
}

/** @param {import("./session.js").Session} session @param {unknown} group */
function mayWrite({ account }, group) {
  const isWritable = account.groups.some(({ id, can_write }) => id === group && can_write);
  if (!isWritable) throw new AskError("not-allowed", phrase("read_only_team"));
}
