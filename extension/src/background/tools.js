// Puts the tools beside the content script that asks for them: into the same document, of the same tab, and nowhere else. A content script
// cannot fetch them itself, for nothing of the extension is accessible to the web.

const FILE = "dist/tools.js";

/**
 * @param {Pick<typeof chrome, "scripting">} [browser]
 * @returns {import("../shared/messages.js").Handlers}
 */
export function toolsHandlers(browser = chrome) {
  return {
    tools: async (_, __, { tab, frameId = 0, documentId }) => {
      // Some browsers name no document. Its frame may meanwhile hold the next one.
      const where = documentId ? { documentIds: [documentId] } : { frameIds: [frameId] };
      const target = { tabId: /** @type {number} */ (tab?.id), ...where };
      await browser.scripting.executeScript({ target, files: [FILE], injectImmediately: true });
      return {};
    },
  };
}
