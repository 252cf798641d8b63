/** Which handler a request goes to. */

import type { Bench, Reply, Request } from "../request.ts";
import { check } from "./check.ts";
import { command } from "./command.ts";
import { mention } from "./mention.ts";
import { press } from "./press.ts";
import { typing } from "./typing.ts";

/** Answers a request. @throws SayToUser for what the asker can mend */
export const handle = (bench: Bench, request: Request): Reply => {
  switch (request.kind) {
    case "command":
      return command(bench, request);
    case "typing":
      return typing(bench, request);
    case "check":
      return check(bench, request.text, request.locale, true);
    case "mention":
      return mention(bench, request);
    case "press":
      return press(bench, request);
  }
};
