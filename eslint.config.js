import js from "@eslint/js";
import globals from "globals";

// fetch stands only in shared/api.js, and nothing ever builds HTML from a string: both are rules of the design.
const forbidden = [
  { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]", message: "Build nodes, never HTML strings." },
];

export default [
  js.configs.recommended,
  {
    files: ["extension/src/**/*.js"],
    languageOptions: { globals: { ...globals.browser, ...globals.webextensions } },
    rules: {
      "no-restricted-syntax": ["error", ...forbidden],
      "no-restricted-globals": ["error", { name: "fetch", message: "Only shared/api.js talks to the network." }],
      "max-lines": ["error", 400],
      eqeqeq: "error",
      "prefer-const": "error",
      "no-console": "error",
    },
  },
  { files: ["extension/src/shared/api.js"], rules: { "no-restricted-globals": "off" } },
  {
    files: ["extension/build.js", "tests/extension/**/*.js"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
