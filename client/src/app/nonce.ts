/**
 * The nonce of the content policy, read once and imported before anything else: the library that locks scrolling
 * behind a dialog takes it from a global of this name when it makes its style element.
 */
declare global {
  // The name is the library's.
  var __webpack_nonce__: string | undefined;
}

export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

globalThis.__webpack_nonce__ = nonce;
