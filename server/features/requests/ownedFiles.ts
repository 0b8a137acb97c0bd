import { RequestModel } from "./model";

/** Requests that keep one of these files. */
export function keepersOf(fileIds: readonly string[]) {
  return RequestModel.find({ "files.fileId": { $in: [...fileIds] } }, { "files.fileId": 1 }).lean<
    { files: { fileId: string }[] }[]
  >();
}

/** Which of these stored files are materials of a request. */
export async function ownedFiles(ids: readonly string[]): Promise<string[]> {
  const asked = new Set(ids);
  const kept = (await keepersOf(ids)).flatMap(({ files }) => files.map(({ fileId }) => fileId));
  return [...new Set(kept)].filter((id) => asked.has(id));
}
