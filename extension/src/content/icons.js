// One set of icons: 16 px, 1.5 px stroke, drawn here. They stand beside words, so all are hidden from assistive technology.
import { svg } from "lit-html";
import { NOTE } from "./note-icon.js";

/** @param {import("lit-html").SVGTemplateResult} shape */
const icon = (shape) => svg`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor"
  stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shape}</svg>`;

export const noteIcon = icon(svg`<path d=${NOTE} />`);
export const highlightIcon = icon(svg`<path d="M9.75 3 13 6.25 7.5 11.5 4.5 8.5z"/><path d="m4.5 8.5-1 3 1 0 3 0"/><path d="M2.5 14h11"/>`);
export const closeIcon = icon(svg`<path d="m4 4 8 8M12 4l-8 8"/>`);
export const addIcon = icon(svg`<path d="M8 3v10M3 8h10"/>`);
export const nextIcon = icon(svg`<path d="m4 6 4 4 4-4"/>`);
export const previousIcon = icon(svg`<path d="m4 10 4-4 4 4"/>`);
export const textIcon = icon(svg`<path d="M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h6"/>`);
