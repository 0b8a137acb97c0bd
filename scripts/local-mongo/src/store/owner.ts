import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Thrown when another process has the data directory open. */
export class DirectoryInUse extends Error {
  constructor(path: string, pid: number) {
    super(`${path} is in use by process ${pid}; one data directory has one owner`);
  }
}

interface Owner {
  pid: number;
  /** when the process began, as the kernel counts; empty where it does not say */
  began: string;
}

/** What the kernel says of a process, from its state on; nothing where it does not say (Linux says). */
function facts(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/** Process ids are used again; with the time of its start a process is known for certain. */
function beginning(pid: number): string {
  return facts(pid)[19] ?? "";
}

/** A killed process stays listed as a zombie until its parent, or the init of a container, collects it. */
function isAlive(pid: number): boolean {
  if (facts(pid)[0] === "Z") return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    const [pid = "", began = ""] = readFileSync(file, "utf8").trim().split(" ");
    return /^\d+$/.test(pid) ? { pid: Number(pid), began } : undefined;
  } catch {
    return undefined;
  }
}

function claim(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${beginning(process.pid)}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Makes this process the owner of a data directory. The file of a process that was killed is put aside.
 * @returns gives the directory up again
 * @throws DirectoryInUse
 */
export function takeDirectory(path: string): () => void {
  const file = join(path, "owner.lock");
  while (!claim(file)) {
    const owner = readOwner(file);
    if (owner && isAlive(owner.pid) && beginning(owner.pid) === owner.began) {
      throw new DirectoryInUse(path, owner.pid);
    }
    rmSync(file, { force: true });
  }
  return () => rmSync(file, { force: true });
}
