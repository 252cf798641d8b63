/** So many requests at the same time and no more: each costs a connection, and a thousand of those cost more time and memory than they save. */

export type Lanes = <T>(send: () => Promise<T>) => Promise<T>;

/** Lanes that are taken in the order of asking. */
export const createLanes = (most: number): Lanes => {
  const waiting: (() => void)[] = [];
  let taken = 0;
  const free = (): void => {
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  };
  return async (send) => {
    if (taken < most) taken += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await send();
    } finally {
      free();
    }
  };
};
