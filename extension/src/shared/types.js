// The shapes that cross a module's border. Types only: nothing here runs.

/**
 * @typedef {{type: "TextQuoteSelector", exact: string, prefix?: string, suffix?: string}} TextQuoteSelector
 * @typedef {{type: "TextPositionSelector", start: number, end: number}} TextPositionSelector
 * @typedef {TextQuoteSelector | TextPositionSelector} Selector  code points of the canonical text (W3C model, 4.2.4 and 4.2.5)
 *
 * @typedef {"title" | "abstract" | "fulltext"} Field
 */

/**
 * One paper that a page shows.
 * @typedef {object} PaperOnPage
 * @property {string} key  "arxiv:2504.13171"
 * @property {Element} card  where the badge goes; nothing is inserted in it. The root element: in a corner of the window
 * @property {{title?: Element, abstract?: Element, fulltext?: Element}} fields  roots to anchor in; the full text may hold the others
 * @property {string} [aside]  a selector: what stands in the fields and is the page's word, not the paper's ("Abstract:")
 * @property {string} [title]  plain text, when the page tells it
 * @property {string} [abstract]
 * @property {string} source  "huggingface", "arxiv", "postil"
 * @property {number} [version]
 * @property {string} url  the paper's own page
 *
 * One page kind, one file.
 * @typedef {object} Adapter
 * @property {string} name
 * @property {(url: URL, doc: Document) => boolean} matches
 * @property {(doc: Document) => PaperOnPage[]} papers  in page order; never throws on a page it half understands
 * @property {(doc: Document) => Element | null} island  the element whose quiet is waited for before anything is painted
 * @property {Field[]} [shows]  what every paper on such a page has: diagnostics tell where it is not found
 * @property {boolean} [general]  for pages of any site: asked when no other adapter knows the page
 */

/**
 * @typedef {object} Group
 * @property {string} id
 * @property {"personal" | "team" | "public"} kind
 * @property {string} name
 * @property {"owner" | "moderator" | "member" | "reader"} role
 * @property {boolean} can_write
 *
 * @typedef {object} Problem
 * @property {"offline" | "unauthorized" | "wrong-address" | "version" | "server"} code
 * @property {string} message  says what happened, what is safe, what to do
 *
 * @typedef {object} Status
 * @property {boolean} paired
 * @property {string | null} account  names the user of the server whose notes these are
 * @property {string | null} server  origin
 * @property {{id: string, name: string, display_name: string} | null} user
 * @property {Group[]} groups
 * @property {string | null} destination  a group id: the personal one until the user picks another
 * @property {Problem | null} problem
 * @property {number} waiting
 * @property {number} failed
 * @property {string[]} paused  sites (host names) that the extension stays out of
 * @property {boolean} hidden  all marks hidden
 * @property {string[]} muted  groups whose notes are not shown
 * @property {"listing" | "badge"} lookup  when the server is asked about papers: for every listing, or when a badge is opened
 * @property {import("./keys.js").Keys} keys  of one letter
 */

/**
 * The words that a note marks, and the page where they were marked.
 * @typedef {object} Target
 * @property {Field} field
 * @property {Selector[]} selectors
 * @property {string} quote
 * @property {string} url  as met
 * @property {string} source
 * @property {number} [version]
 *
 * A note as the content side makes it.
 * @typedef {object} Draft
 * @property {string} id  UUIDv7
 * @property {string} group
 * @property {string} paper
 * @property {Field | null} field
 * @property {Selector[]} selectors
 * @property {string} quote
 * @property {string} text
 * @property {string[]} tags
 * @property {string} url  as met
 * @property {string} source
 * @property {number} [version]
 * @property {string} created  RFC 3339, UTC
 * @property {string} [parent]  id of the note that this one answers; its group and paper are that note's
 *
 * What an edit of a note replaces.
 * @typedef {{text: string, tags: string[]}} Wording
 *
 * What an edit began on: what the note said and, where that stood against an own wording that could not be sent, this one.
 * @typedef {Wording & {mine?: Wording}} Seen
 *
 * A note as the content side shows it: what the server holds, with what waits laid over it.
 * @typedef {object} Note
 * @property {string} id
 * @property {string} paper  the key as asked
 * @property {string} group
 * @property {Field | null} field
 * @property {Selector[]} selectors
 * @property {string} quote
 * @property {string} source  of the page that it was marked on; may be empty
 * @property {number | null} version  of the paper there, when the page told it
 * @property {string} text
 * @property {string[]} tags
 * @property {string} creator  IRI
 * @property {boolean} mine
 * @property {string} created
 * @property {string} modified
 * @property {string | null} label
 * @property {string | null} parent  id of the note that this one answers
 * @property {boolean} edited  the server holds earlier states of it
 * @property {boolean} fresh  another's, and new since this user looked at the paper's notes
 * @property {"create" | "edit" | "move" | "delete" | null} pending  what waits to be sent
 * @property {string | null} failed  why it could not be sent
 * @property {Wording | null} conflict  what it says elsewhere, where that stands against an edit of it that could not be sent
 *
 * What a note said from a moment on.
 * @typedef {{at: string, text: string, tags: string[], quote: string}} State
 *
 * @typedef {{name: string, display_name: string}} Person
 * @typedef {{key: string, name: string, colour: string, underline: string, is_question: boolean}} Label
 * @typedef {{papers: Record<string, Note[]>, people: Record<string, Person>, labels: Record<string, Label[]>, unfinished: Unfinished[]}} Notes  people by IRI, labels by group
 *
 * A note that was begun and not saved.
 * @typedef {object} Unfinished
 * @property {string} id  UUID
 * @property {string} place  names what was being written: whoever opens the same again is given it back
 * @property {string} paper
 * @property {string} title  the paper's
 * @property {string} url  of the page where it was begun
 * @property {Field | null} field
 * @property {Selector[]} selectors
 * @property {string} quote
 * @property {string | null} note  id of the note that is being edited
 * @property {string | null} parent  id of the note that is being answered
 * @property {string} text
 * @property {string} tags  as typed
 * @property {Seen} seen
 * @property {number} at  milliseconds: when it was last typed at
 *
 * What a page showed of a paper.
 * @typedef {object} PaperSeen
 * @property {string} key
 * @property {string} title
 * @property {string} [abstract]
 * @property {string} url
 * @property {string} source
 * @property {number} [version]
 *
 * One write that the server has not acknowledged, for the lists that show them.
 * @typedef {object} Waiting
 * @property {string} id  operation id
 * @property {string} note  note id
 * @property {"create" | "edit" | "move" | "delete" | "restore"} kind
 * @property {string} paper
 * @property {string} quote
 * @property {string} text
 * @property {string[]} tags
 * @property {Wording | null} theirs  what the note says elsewhere, where that is the reason
 * @property {string} group
 * @property {string | null} reason  why it could not be sent
 * @property {"waiting" | "failed"} state
 */

/**
 * Where outbox, cache and settings live: chrome.storage.local or IndexedDB.
 * @typedef {object} Store
 * @property {(key: string) => Promise<any>} get  undefined when absent
 * @property {(key: string, value: any) => Promise<void>} set  resolves when it is on disk
 * @property {(key: string) => Promise<void>} remove
 * @property {(prefix: string) => Promise<Array<[string, any]>>} list  in key order
 */

/**
 * The anchoring modules' view of one field.
 * @typedef {object} CanonicalText
 * @property {string} text
 * @property {number} length  in code points
 * @property {(start: number, end: number) => {startContainer: Node, startOffset: number, endContainer: Node, endOffset: number}} rangeOf  code points in, a StaticRange's init out
 * @property {(node: Node, offset: number) => number} offsetOf  a DOM point in, a code point offset out
 *
 * @typedef {"exact" | "moved" | "changed" | "lost" | "not on this view"} AnchorResult
 * @typedef {{kind: "number" | "negation", was: string, is: string}} Difference  in the quote's words and in today's; either may be empty
 * @typedef {{result: AnchorResult, score: number, start: number, end: number, differences: Difference[]}} Anchor  differences: of a changed one
 */

export {};
