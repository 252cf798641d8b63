/** How long Discord asks us to wait, to the millisecond: the body of a refusal has it, its header only whole seconds, and discord.js reads the header. */

import { DefaultRestOptions, type RESTOptions, type ResponseLike } from "discord.js";

/** discord.js's own way to make a request, whose refusals for the rate say in their header what their body says. */
export const exactWait: RESTOptions["makeRequest"] = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init);
  if (response.status !== 429) return response;
  const body = (await response.json()) as { readonly retry_after?: unknown };
  const headers = new Headers([...response.headers]);
  if (typeof body.retry_after === "number") headers.set("retry-after", String(body.retry_after));
  const { status, statusText, ok } = response;
  const text = JSON.stringify(body);
  return {
    status,
    statusText,
    ok,
    headers,
    bodyUsed: false,
    body: null,
    json: async () => body,
    text: async () => text,
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  } as ResponseLike;
};
