// Which names and addresses mean this machine alone.

/** @param host as in a URL or a Host header, without a port; IPv6 with or without brackets */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || /^\[?::1\]?$/.test(host) || /^127(\.\d{1,3}){3}$/.test(host);
