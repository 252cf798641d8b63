/** What was asked before in a thread, so that "and who signed it?" finds what it leans on. In memory, for half an hour; never stored. */

export type Threads = {
  readonly before: (thread: string, at: number) => readonly string[];
  readonly add: (thread: string, question: string, at: number) => void;
};

const remembered = 4;
const keepFor = 30 * 60_000;
const mostThreads = 2_000;

export const createThreads = (): Threads => {
  // kept in order of last use: the first is the oldest
  const threads = new Map<string, { readonly questions: readonly string[]; readonly at: number }>();
  const before = (thread: string, at: number): readonly string[] => {
    const kept = threads.get(thread);
    return kept && at - kept.at < keepFor ? kept.questions : [];
  };
  return {
    before,
    add: (thread, question, at) => {
      const questions = [...before(thread, at), question].slice(-remembered);
      threads.delete(thread);
      threads.set(thread, { questions, at });
      for (const [old, { at: last }] of threads) {
        if (threads.size <= mostThreads && at - last < keepFor) break;
        threads.delete(old);
      }
    },
  };
};
