import assert from "node:assert/strict";
import { test } from "node:test";
import { inText, lastLine, overlap, placeBadge, placeCard, placeToolbar, placeUnder, union } from "../../extension/src/content/geometry.js";

const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });
const at = (spot, size) => box(spot.left, spot.top, size.width, size.height);
const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 800 };
const card = { width: 340, height: 300 };

test("a card stands beside, under or above its mark, never over it, never outside the view", () => {
  const marks = [box(10, 10, 200, 20), box(900, 700, 300, 40), box(20, 400, 1240, 60), box(20, 20, 350, 40), box(20, 740, 350, 40)];
  for (const mark of marks) {
    for (const view of [wide, phone]) {
      if (mark.right > view.width) continue;
      const spot = placeCard(card, mark, view);
      const placed = at(spot, { ...card, height: Math.min(card.height, spot.maxHeight) });
      assert.equal(overlap(placed, mark), false, JSON.stringify({ mark, view, spot }));
      assert.ok(placed.left >= 0 && placed.top >= 0 && placed.right <= view.width && placed.bottom <= view.height);
    }
  }
});

test("a card covers no word of the text that its mark stands in, where there is room beside it", () => {
  const beside = [[box(200, 300, 500, 200), 708], [box(600, 300, 500, 200), 252]];
  const under = [box(20, 300, 1240, 200), 120];
  for (const [text, left] of [...beside, under]) {
    const mark = box(text.left + 100, 400, 100, 20);
    const spot = placeCard(card, inText(mark, [box(0, 0, 50, 50), text]), wide);
    assert.equal(spot.left, left);
    assert.equal(overlap(at(spot, card), mark), false);
  }
});

test("a mark told by a DOMRect, whose sides are not its own, is placed like any other", () => {
  const mark = box(100, 400, 100, 20);
  const told = Object.create(mark);
  assert.deepEqual(placeCard(card, inText(told, []), wide), placeCard(card, mark, wide));
});

test("an abstract opens under its title, or above it where there is more room, within the view", () => {
  const sheet = { width: 640, height: 2000 };
  for (const title of [box(20, 200, 300, 40), box(900, 300, 300, 40), box(600, 600, 300, 40)]) {
    const spot = placeUnder(sheet, title, wide);
    const placed = at(spot, { ...sheet, height: spot.maxHeight });
    assert.equal(overlap(placed, title), false);
    assert.ok(placed.left >= 0 && placed.top >= 0 && placed.right <= wide.width && placed.bottom <= wide.height);
  }
});

test("a card longer than the room beneath its mark is cut to it and scrolls", () => {
  const spot = placeCard({ width: 340, height: 2000 }, box(20, 300, 350, 40), phone);
  assert.equal(spot.top, 348);
  assert.equal(spot.maxHeight, 444);
});

test("the last line of a text holds its words of either direction", () => {
  const lines = [box(0, 0, 400, 20), box(200, 20, 50, 20), box(250, 21, 20, 18), box(270, 20, 130, 20)];
  assert.deepEqual(lastLine(lines), box(200, 20, 200, 20));
  assert.deepEqual(lastLine([box(0, 0, 400, 24), box(0, 22, 10, 24)]), box(0, 22, 10, 24));
});

test("a badge on a card that is read from right to left stands at its upper left", () => {
  const [size, rtl] = [{ width: 32, height: 32 }, box(100, 100, 600, 300)];
  assert.deepEqual(placeBadge(size, rtl, [], 1280, true), { left: 106, top: 106 });
  const control = box(100, 100, 60, 40);
  const spot = at(placeBadge(size, rtl, [control], 1280, true), size);
  assert.equal(overlap(spot, control), false);
  assert.ok(spot.left < 400);
});

const bar = { width: 300, height: 36 };
const selected = (lines, part = {}) => ({ line: lines.at(-1), whole: union(lines), isRtl: false, isTouched: false, ...part });

test("the toolbar stands above the end of a line, under it at the top of the view", () => {
  assert.deepEqual(placeToolbar(bar, selected([box(400, 200, 200, 20)]), wide), { left: 300, top: 156 });
  assert.deepEqual(placeToolbar(bar, selected([box(10, 5, 100, 20)]), wide), { left: 8, top: 33 });
});

test("the toolbar covers no selected word, wherever there is room beside them", () => {
  const tops = [-10, 5, 30, 60, 300, 600, 700, 740, 770];
  for (const top of tops) {
    for (const count of [1, 2, 3, 10]) {
      const lines = Array.from({ length: count }, (_, index) => box(300, top + 24 * index, index === count - 1 ? 80 : 600, 20));
      const whole = union(lines);
      for (const [isTouched, over, under] of [[false, 52, 52], [true, 108, 76]]) {
        const placed = at(placeToolbar(bar, selected(lines, { isTouched }), wide), bar);
        assert.ok(placed.top >= 8 && placed.bottom <= wide.height - 8, JSON.stringify(placed));
        const hasRoom = whole.top >= over || whole.bottom <= wide.height - under;
        if (hasRoom) assert.equal(overlap(placed, whole), false, `${top} ${count} ${isTouched}`);
      }
    }
  }
});

test("the toolbar is under several lines, at their end, which is on the left where one reads from the right", () => {
  const lines = [box(300, 200, 600, 20), box(300, 224, 350, 20)];
  assert.deepEqual(placeToolbar(bar, selected(lines), wide), { left: 350, top: 252 });
  const mirrored = [box(300, 200, 600, 20), box(550, 224, 350, 20)];
  assert.deepEqual(placeToolbar(bar, selected(mirrored, { isRtl: true }), wide), { left: 550, top: 252 });
});

test("where a finger selects, the toolbar leaves room for the handles, and is under the selection", () => {
  assert.equal(placeToolbar(bar, selected([box(400, 200, 200, 20)], { isTouched: true }), wide).top, 252);
  assert.equal(placeToolbar(bar, selected([box(400, 740, 200, 20)], { isTouched: true }), wide).top, 640);
});

test("the toolbar goes further down where the system's menu has no room above", () => {
  assert.equal(placeToolbar(bar, selected([box(400, 20, 200, 20)], { isTouched: true }), wide).top, 136);
});

test("the toolbar is beside a selection that fills the view from top to bottom, where there is room", () => {
  const lines = [-100, 300, 700, 790].map((top) => box(300, top, 600, 20));
  const placed = at(placeToolbar(bar, selected(lines), wide), bar);
  assert.equal(overlap(placed, union(lines)), false);
  assert.ok(placed.top >= 8 && placed.bottom <= 792 && placed.right <= 1272);
});

test("of a selection that fills the view, the toolbar is in the view", () => {
  const lines = [box(300, -100, 600, 20), box(300, 700, 600, 20)];
  const placed = at(placeToolbar(bar, selected([...lines, box(300, 790, 600, 20)]), wide), bar);
  assert.ok(placed.top >= 8 && placed.bottom <= 792);
});

test("a badge keeps to the upper right corner and moves away from what stands there", () => {
  const size = { width: 40, height: 32 };
  const paper = box(100, 100, 400, 200);
  assert.deepEqual(placeBadge(size, paper, [], 1280), { left: 454, top: 106 });
  const button = box(430, 104, 60, 24);
  const moved = at(placeBadge(size, paper, [button], 1280), size);
  assert.equal(overlap(moved, button), false);
});

test("a badge has a place even where everything is taken", () => {
  const spot = placeBadge({ width: 40, height: 32 }, box(0, 100, 30, 50), [box(-100, 0, 1000, 1000)], 390);
  assert.equal(spot.left, 0);
});

test("the union of no boxes is nothing", () => {
  assert.equal(union([]), null);
  assert.deepEqual(union([box(0, 0, 10, 10), box(20, 5, 10, 10)]), { left: 0, top: 0, right: 30, bottom: 15 });
});
