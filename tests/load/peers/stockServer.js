/*
 * The stock server as its documentation embeds it, on the ws release that Trellis uses: the one it brings itself is
 * years older, and the comparison is not about that.
 */
import { createServer } from "node:http";
import { setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";

const sockets = new WebSocketServer({ noServer: true });
sockets.on("connection", setupWSConnection);

createServer((_request, response) => response.end("ok"))
  .on("upgrade", (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit("connection", opened, request));
  })
  .listen(Number(process.env.PORT), process.env.HOST);
