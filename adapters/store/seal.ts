/** Secrets at rest: AES-256-GCM, bound to the workspace they belong to. */

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** 96 bits, the size NIST SP 800-38D recommends for GCM. */
const nonceBytes = 12;
const tagBytes = 16;
const version = "v1.";

/** A secret that cannot be kept or opened: the key is missing or is another one. */
class SealError extends Error {
  override readonly name = "SealError";
}

/** Seals and opens text for an owner; what was sealed for one owner does not open for another. */
export type Seal = {
  readonly close: (text: string, owner: string) => string;
  readonly open: (sealed: string, owner: string) => string;
};

/**
 * A seal over a key.
 * @param key 32 bytes as 64 hexadecimal characters; without it both functions throw
 * @throws SealError, from both functions, naming what to set, never a value
 */
export const createSeal = (key: string | undefined): Seal => {
  const bytes = (): Buffer => {
    if (key === undefined) throw new SealError("NINETY_TOKEN_KEY is needed to keep the tokens of workspaces");
    return Buffer.from(key, "hex");
  };
  return {
    close: (text, owner) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", bytes(), nonce).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return version + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    open: (sealed, owner) => {
      const secret = bytes();
      try {
        if (!sealed.startsWith(version)) throw new Error("unknown version");
        const whole = Buffer.from(sealed.slice(version.length), "base64url");
        const decipher = createDecipheriv("aes-256-gcm", secret, whole.subarray(0, nonceBytes), { authTagLength: tagBytes })
          .setAAD(Buffer.from(owner))
          .setAuthTag(whole.subarray(nonceBytes, nonceBytes + tagBytes));
        return decipher.update(whole.subarray(nonceBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
      } catch (cause) {
        throw new SealError("a token at rest does not open: NINETY_TOKEN_KEY is not the key it was sealed with", { cause });
      }
    },
  };
};
