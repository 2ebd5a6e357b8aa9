import js from "@eslint/js";
import globals from "globals";
import phrases from "./extension/eslint-phrases.js";

// fetch stands only in shared/api.js, and nothing ever builds HTML from a string: both are rules of the design. A phrase's key is a literal:
// of the others, a bundle has no phrase (extension/build.js).
const forbidden = [
  { selector: "CallExpression[callee.name=/^(phrase|counted)$/] > :matches(TemplateLiteral, BinaryExpression).arguments", message: "Name the whole key." },
  { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]", message: "Build nodes, never HTML strings." },
];

export default [
  js.configs.recommended,
  {
    files: ["extension/src/**/*.js"],
    plugins: { phrases },
    languageOptions: { globals: { ...globals.browser, ...globals.webextensions } },
    rules: {
      "no-restricted-syntax": ["error", ...forbidden],
      "no-restricted-globals": ["error", { name: "fetch", message: "Only shared/api.js talks to the network." }],
      "max-lines": ["error", 400],
      "phrases/spoken": "error",
      eqeqeq: "error",
      "prefer-const": "error",
      "no-console": "error",
    },
  },
  { files: ["extension/src/shared/api.js"], rules: { "no-restricted-globals": "off" } },
  { files: ["extension/src/shared/catalogues.js"], rules: { "phrases/spoken": "off" } },
  {
    files: ["extension/build.js", "extension/eslint-phrases.js", "tests/extension/**/*.js", "tests/chaos/**/*.js"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
