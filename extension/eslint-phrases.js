// A rule for eslint: what is said to people stands in the catalogues (extension/_locales), not in the code. It knows a sentence when it
// sees one; what begins with a small letter is for programmers.

const SPOKEN_ATTRIBUTES = /\b(?:aria-label|aria-description|title|placeholder|alt)="([^"]*)"/gu;
const SENTENCE = /^\p{Lu}[\p{L}’']* \p{Ll}/u;
const WORD = /^\p{Lu}\p{Ll}+$/u;
/** The same in every language. */
const NAME = /Postil/gu;

const hasWords = (/** @type {string} */ text) => /\p{L}{2}/u.test(text.replace(NAME, ""));

/** @param {string} template  its expressions as NUL */
function wordsOf(template) {
  const attributes = [...template.matchAll(SPOKEN_ATTRIBUTES)].map(([, value]) => value);
  const texts = template.replace(/<[^>]*>/gu, "\n").split(/[\0\n]/u);
  return [...attributes, ...texts].map((text) => text.trim()).filter(hasWords);
}

/** @type {import("eslint").Rule.RuleModule} */
const spoken = {
  meta: { type: "problem", messages: { literal: "“{{text}}” is said to people: give it a key in extension/_locales and say phrase(key)." } },
  create(context) {
    let templates = 0;
    const report = (/** @type {any} */ node, /** @type {string} */ text) => context.report({ node, messageId: "literal", data: { text } });
    const isHtml = (/** @type {any} */ node) => node.tag.name === "html";
    return {
      TaggedTemplateExpression(node) {
        if (!isHtml(node)) return;
        templates += 1;
        for (const text of wordsOf(node.quasi.quasis.map(({ value }) => value.cooked ?? "").join("\0"))) report(node, text);
      },
      "TaggedTemplateExpression:exit"(node) {
        if (isHtml(node)) templates -= 1;
      },
      Literal({ value, parent }) {
        if (typeof value !== "string" || parent.type === "ImportDeclaration" || parent.type === "BinaryExpression") return;
        if (SENTENCE.test(value) || (templates && WORD.test(value))) report(parent, value);
      },
      TemplateLiteral(node) {
        const text = node.quasis.map(({ value }) => value.cooked ?? "").join("…");
        if (node.parent.type !== "TaggedTemplateExpression" && SENTENCE.test(text)) report(node, text);
      },
    };
  },
};

export default { rules: { spoken } };
