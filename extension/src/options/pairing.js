// Connecting by a code, step by step: a code is asked for and shown, then the server is asked in its own measure whether it was allowed.

/**
 * @typedef {import("../shared/pairing.js").Code} Code
 * @typedef {import("../shared/types.js").Status} Status
 * @typedef {typeof import("../shared/messages.js").ask} Ask
 *
 * @typedef {object} PairingEvents
 * @property {(code: Code) => void} shown
 * @property {(status: Status) => void} connected
 * @property {(error: unknown) => void} failed
 */

/** RFC 8628, 3.5: after `slow_down` all further polls come so much later. */
const SLOWER = 5;

/** What may pass: the server is away or busy for a moment. */
const PASSING = new Set(["offline", "server"]);

/**
 * @param {Ask} ask
 * @param {PairingEvents} events
 * @param {(work: () => void, milliseconds: number) => unknown} [later]
 * @param {() => number} [now]
 */
export function createPairing(ask, events, later = (work, delay) => setTimeout(work, delay), now = Date.now) {
  /** The attempt that is under way; what another one still hears is nobody's business. */
  let attempt = 0;

  /** @param {Code} code @param {number} interval @param {number} end @param {number} mine */
  const poll = async (code, interval, end, mine) => {
    if (mine !== attempt) return;
    const next = (/** @type {number} */ seconds) => void later(() => void poll(code, seconds, end, mine), seconds * 1000);
    try {
      const { outcome, status } = await ask("poll-pairing", { server: code.server, device: code.device });
      if (status) {
        attempt += 1;
        events.connected(status);
      } else next(outcome === "slow-down" ? interval + SLOWER : interval);
    } catch (error) {
      if (mine !== attempt) return;
      // A server that is away is asked less often (RFC 8628, 3.5), for as long as the code lives.
      if (PASSING.has(codeOf(error)) && now() < end) return next(interval * 2);
      attempt += 1;
      events.failed(error);
    }
  };

  return {
    /** @param {string} server @param {string} client */
    async begin(server, client) {
      attempt += 1;
      const mine = attempt;
      try {
        const code = await ask("begin-pairing", { server, client });
        if (mine !== attempt) return;
        events.shown(code);
        later(() => void poll(code, code.interval, now() + code.expires * 1000, mine), code.interval * 1000);
      } catch (error) {
        if (mine === attempt) events.failed(error);
      }
    },
    cancel() {
      attempt += 1;
    },
  };
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {{code?: string}} */ (error).code ?? "";
}
