/**
 * The only owner of a map's Y.Doc in the browser: opens it, follows the server, says what is saved.
 * 1. One connection, one Y.Doc; nothing else in the client creates either.
 * 2. `phase`, `saveState` and `welcome` change together with one call of the listeners.
 * 3. After a refusal, a final close or a restore the document is never written again: it differs from the server's.
 *    The way on is a new connection (`MapProvider` makes one on `reload`).
 * 4. While sockets are blocked another, read-only document made from the HTTP snapshot is shown in its place.
 */

import { LayoutOrigin, LocalOrigin } from "@trellis/shared/ops/edit";
import { CLOSE, isFinal } from "@trellis/shared/protocol/closeCodes";
import { DOCUMENT_VERSION, encodeJson, type Welcome } from "@trellis/shared/protocol/messages";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { BesideSteps, hasWritten } from "./besideSteps.ts";
import { readMapOverHttp, serverAnswers } from "./httpMap.ts";
import { MapFeed } from "./mapFeed.ts";
import { reconnectDelayMs } from "./reconnect.ts";
import { SaveLedger } from "./saveLedger.ts";
import { PATIENCE_MS, type Phase, type SaveState, saveState } from "./saveState.ts";
import { trackedSocket } from "./trackedSocket.ts";
import { readOwnMessages } from "./wire.ts";

/** No open socket for this long, though the server answers: WebSockets are blocked (ms). */
const BLOCKED_AFTER_MS = 8_000;
/** Makes the provider's own delay longer than any of ours, so that `maxBackoffTime` decides. */
const PROVIDER_ATTEMPTS = 30;
const UNDO_GROUP_MS = 500;

export class MapConnection {
  readonly mapId: string;
  readonly doc = new Y.Doc();
  readonly map = new MapDoc(this.doc);
  readonly feed: MapFeed;
  readonly undo: Y.UndoManager;
  /** What is undone here and is no part of the map. */
  readonly beside: BesideSteps;
  /** Called when undo or redo had steps but none of them could change anything any more. */
  readonly onEmptyUndo = new Set<(way: "undo" | "redo") => void>();
  /** Called when the server says that cards were confirmed. */
  readonly onConfirmed = new Set<() => void>();
  readonly provider: WebsocketProvider;
  #ledger = new SaveLedger();
  #listeners = new Set<() => void>();
  #phase: Phase = { kind: "opening" };
  #welcome: Welcome | null = null;
  #saveState: SaveState = { kind: "opening", pending: 0 };
  #seq = 0;
  #attempt = 0;
  #askedMs: number | null = null;
  #notStored = false;
  #late = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #blockedTimer: ReturnType<typeof setTimeout> | undefined;
  #shown: MapDoc = this.map;
  #destroyed = false;

  constructor(mapId: string) {
    this.mapId = mapId;
    // Registered before the provider's own handler: an edit is counted before the frame that carries it.
    this.doc.on("update", this.#onUpdate);
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.provider = new WebsocketProvider(`${scheme}://${location.host}/sync`, mapId, this.doc, {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: trackedSocket({
        frameSent: () => this.#ledger.frameSent(),
        tooLarge: () => this.#refuseUnsent(),
      }),
      shouldReconnect: (event) => !isFinal(event.code),
    });
    this.feed = new MapFeed((origin) => origin === this.provider);
    this.feed.show(this.map);
    this.undo = new Y.UndoManager(this.doc, {
      trackedOrigins: new Set([LocalOrigin, LayoutOrigin]),
      captureTimeout: UNDO_GROUP_MS,
      captureTransaction: hasWritten,
    });
    this.beside = new BesideSteps(this.undo);
    this.#listen();
    this.#watchForBlock();
    this.provider.connect();
    window.addEventListener("offline", this.#reopen);
    window.addEventListener("online", this.retryNow);
  }

  get phase(): Phase {
    return this.#phase;
  }

  get saveState(): SaveState {
    return this.#saveState;
  }

  /** Who the server says we are and what we may do; null until it has answered. */
  get welcome(): Welcome | null {
    return this.#welcome;
  }

  /** The document on screen: the live one, or the read-only stand-in while sockets are blocked. */
  get shown(): MapDoc {
    return this.#shown;
  }

  /** Updates made here that the server has refused or not confirmed. */
  unsavedUpdates(): readonly Uint8Array[] {
    return this.#ledger.unsaved();
  }

  get canEdit(): boolean {
    return (
      this.#welcome?.canEdit === true &&
      this.#ledger.refusal === null &&
      (this.#phase.kind === "open" || this.#phase.kind === "offline")
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tries again now instead of waiting for the next attempt. */
  readonly retryNow = (): void => {
    if (!this.provider.wsconnected) this.#reopen();
  };

  /**
   * Drops the socket and opens another. The browser says "offline" long before a socket notices; it is only asked to
   * prove itself, because a server on this machine is reachable without any network.
   */
  readonly #reopen = (): void => {
    if (!this.provider.shouldConnect) return;
    this.provider.disconnect();
    this.provider.connect();
  };

  destroy(): void {
    this.#destroyed = true;
    window.removeEventListener("offline", this.#reopen);
    window.removeEventListener("online", this.retryNow);
    clearTimeout(this.#patience);
    clearTimeout(this.#blockedTimer);
    this.feed.close();
    this.undo.destroy();
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.doc.destroy();
    this.#listeners.clear();
    this.onEmptyUndo.clear();
    this.onConfirmed.clear();
  }

  #listen(): void {
    const { provider } = this;
    provider.on("status", ({ status }) => {
      if (status !== "connected") return;
      this.#ledger.socketOpened();
      provider.ws?.send(
        new Uint8Array(
          encodeJson("hello", {
            version: DOCUMENT_VERSION,
            clientId: this.doc.clientID,
            ...(this.#welcome ? { epoch: this.#welcome.epoch, seq: this.#seq } : {}),
          }),
        ),
      );
    });
    provider.on("sync", (isSynced) => {
      if (isSynced) this.#onSynced();
    });
    provider.on("connection-close", (event) => this.#onClose(event?.code ?? null));
    provider.on("closed", ({ code }) => this.#setPhase({ kind: "ended", code }));
    readOwnMessages(provider, {
      welcome: (body) => this.#onWelcome(body),
      saved: (frames) => {
        this.#ledger.saved(frames);
        if (this.#ledger.pending === 0) this.#notStored = false;
        this.#restartPatience();
        this.#changed();
      },
      refused: ({ frame, code }) => {
        this.#ledger.refused(frame, code);
        this.#changed();
      },
      goAway: ({ retryAfterMs }) => {
        this.#askedMs = retryAfterMs;
      },
      confirmed: () => {
        for (const listener of this.onConfirmed) listener();
      },
      unheard: (apply) => {
        const { _updateHandler: sends } = provider;
        this.doc.off("update", this.#onUpdate);
        this.doc.off("update", sends);
        try {
          apply();
        } finally {
          this.doc.on("update", this.#onUpdate);
          this.doc.on("update", sends);
        }
      },
      caughtUp: (seq) => {
        this.#seq = Math.max(this.#seq, seq);
      },
    });
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider) return;
    this.#ledger.editMade(update);
    if (this.#patience === undefined) this.#restartPatience();
    this.#changed();
  };

  #refuseUnsent(): void {
    this.#ledger.refuseUnsent("too_large");
    this.#changed();
  }

  #onWelcome(body: Welcome): void {
    const known = this.#welcome;
    if (known && known.epoch !== body.epoch) {
      this.provider.disconnect();
      this.#setPhase({ kind: "restored" });
      return;
    }
    this.#welcome = body;
    this.#seq = Math.max(this.#seq, body.seq);
    this.#changed();
  }

  #onSynced(): void {
    this.#attempt = 0;
    this.#askedMs = null;
    clearTimeout(this.#blockedTimer);
    if (this.#shown !== this.map) {
      this.#shown = this.map;
      this.feed.show(this.map);
    }
    this.#setPhase({ kind: "open" });
  }

  #onClose(code: number | null): void {
    this.#ledger.socketClosed();
    this.#notStored ||= code === CLOSE.notStored;
    // Coming back with the same frame would end the same way, again and again.
    if (code === CLOSE.tooBig) this.#ledger.refuseUnsent("too_large");
    this.provider.maxBackoffTime = reconnectDelayMs(this.#attempt, this.#askedMs, Math.random);
    this.provider.wsUnsuccessfulReconnects = PROVIDER_ATTEMPTS;
    this.#attempt += 1;
    this.#askedMs = null;
    if (this.#phase.kind === "open") this.#phase = { kind: "offline" };
    this.#changed();
  }

  #watchForBlock(): void {
    this.#blockedTimer = setTimeout(() => void this.#showOverHttp(), BLOCKED_AFTER_MS);
  }

  /** Called while no socket has ever opened; comes back to itself until one does. */
  async #showOverHttp(): Promise<void> {
    if (this.#phase.kind !== "opening" && this.#phase.kind !== "blocked") return;
    if (await serverAnswers()) {
      const map = await readMapOverHttp(this.mapId);
      if (this.#destroyed || this.provider.synced) return;
      if (map) {
        this.#shown = map;
        this.feed.show(map);
        this.#setPhase({ kind: "blocked" });
      }
    }
    if (!this.#destroyed) this.#watchForBlock();
  }

  #restartPatience(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#late = false;
    if (this.#ledger.pending === 0) return;
    this.#patience = setTimeout(() => {
      this.#late = true;
      this.#changed();
    }, PATIENCE_MS);
  }

  #setPhase(phase: Phase): void {
    this.#phase = phase;
    this.#changed();
  }

  #changed(): void {
    const next = saveState({
      phase: this.#phase,
      pending: this.#ledger.pending,
      refusal: this.#ledger.refusal,
      canEdit: this.#welcome?.canEdit === true,
      notStored: this.#notStored,
      late: this.#late,
    });
    const before = this.#saveState;
    if (next.kind !== before.kind || next.pending !== before.pending) this.#saveState = next;
    for (const listener of this.#listeners) listener();
  }
}
