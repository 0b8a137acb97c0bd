const HEADER_BYTES = 16;
const MAX_MESSAGE_BYTES = 48_000_000 + 16_384;

/** Cuts a stream of bytes into messages by the length each begins with. */
export class Framing {
  private chunks: Buffer[] = [];
  private have = 0;

  /**
   * @returns the messages that are complete now
   * @throws RangeError when the bytes are no message
   */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.have += chunk.length;
    const messages: Buffer[] = [];
    while (this.have >= HEADER_BYTES) {
      const length = this.joinedUpTo(4).readInt32LE(0);
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
        throw new RangeError(`message of ${length} bytes`);
      if (this.have < length) break;
      const bytes = this.joinedUpTo(length);
      messages.push(bytes.subarray(0, length));
      const rest = bytes.subarray(length);
      if (rest.length > 0) this.chunks[0] = rest;
      else this.chunks.shift();
      this.have -= length;
    }
    return messages;
  }

  /** The first chunk, joined with others until it has so many bytes. */
  private joinedUpTo(length: number): Buffer {
    const [first] = this.chunks;
    if (first && first.length >= length) return first;
    const joined = Buffer.concat(this.chunks);
    this.chunks = [joined];
    return joined;
  }
}
