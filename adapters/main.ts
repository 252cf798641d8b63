/** The way in: which command, with which environment, on which day. Everything else is elsewhere. */

const usage = `ninety COMMAND
  ask [--json] [--on DAY] [--lang en|fr] [--explain] QUESTION…   one reply
  ask --batch FILE [--on DAY] [--lang en|fr]                      one reply for each line of JSON
  check-text [--json] [--on DAY] TEXT…                            a text against the record
  timeline [--json] --from DAY --to DAY                           what happened
  deadlines [--json] [--on DAY]                                   every deadline as it stood
  replay [--json] --from DAY --to DAY [--lang en|fr]              what a subscribed channel would have been sent
  gaps [--json]                                                   unanswered questions, and what readers said
  export PLATFORM WORKSPACE                                       what is kept about a workspace
  check [--write]                                                 the record against its rules
  discord invite                                                  the links that add the bot to Discord
  start                                                           what npm start runs`;

const run = async (args: readonly string[]): Promise<number> => {
  const { readEnv } = await import("./shared/env.ts");
  const env = readEnv();
  const [name = "help", ...rest] = args;
  if (name === "help" || name === "--help" || name === "-h") {
    console.log(usage);
    return 0;
  }
  const { UsageError } = await import("./terminal/options.ts");
  if (name === "check") return (await import("./terminal/check.ts")).check(env.NINETY_KNOWLEDGE, rest);
  if (name === "discord" && rest[0] === "invite") return (await import("./discord/invite.ts")).invite(env);
  const commands = new Set(["ask", "check-text", "timeline", "deadlines", "replay", "gaps", "export", "start"]);
  if (!commands.has(name)) throw new UsageError(`no command ${name}; ninety help lists them`);

  const { openNinety } = await import("../src/index.ts");
  const { today } = await import("./shared/clock.ts");
  const ninety = openNinety(env.NINETY_KNOWLEDGE, env.NINETY_TODAY);
  const day = env.NINETY_TODAY ?? today();
  switch (name) {
    case "ask":
      return (await import("./terminal/ask.ts")).ask(ninety, rest, day);
    case "check-text":
      return (await import("./terminal/check-text.ts")).checkText(ninety, rest, day);
    case "timeline":
      return (await import("./terminal/timeline.ts")).timeline(ninety, rest, day);
    case "deadlines":
      return (await import("./terminal/deadlines.ts")).deadlines(ninety, rest, day);
    case "gaps":
    case "export": {
      const { withStore } = await import("./terminal/with-store.ts");
      return withStore(env, ninety, name, rest);
    }
    case "replay":
      return (await import("./terminal/replay.ts")).replay(ninety, rest);
    default:
      return (await import("./start.ts")).start(env, ninety);
  }
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const known = error instanceof Error && ["UsageError", "BadEnvironment", "BrokenRecord"].includes(error.name);
  if (!known) throw error;
  const problems = "problems" in error && Array.isArray(error.problems) ? error.problems : [error.message];
  for (const problem of problems) console.error(String(problem));
  process.exitCode = error.name === "UsageError" ? 2 : 1;
}
