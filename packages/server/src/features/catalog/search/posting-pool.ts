/** Lists of ascending integers by number, kept in one array of memory: hundreds of thousands of entries, no objects. */
export class PostingPool {
  /** The entries; a list's are those from `startOf` to `endOf`. */
  data = new Int32Array(1024);
  private starts = new Int32Array(256);
  private lengths = new Int32Array(256);
  private capacities = new Int32Array(256);
  private used = 0;
  private wasted = 0;

  /** Where a list begins in `data`. */
  startOf(list: number): number {
    return this.starts[list] ?? 0;
  }

  /** Where a list ends in `data`, exclusively. */
  endOf(list: number): number {
    return this.startOf(list) + this.lengthOf(list);
  }

  /** How many entries a list has. */
  lengthOf(list: number): number {
    return this.lengths[list] ?? 0;
  }

  /** Inserts a value, or overwrites the entry whose value is the same but for its lowest `shift` bits. */
  put(list: number, value: number, shift: number): void {
    if (list >= this.starts.length) this.widen(list + 1);
    const at = this.seek(list, value, shift);
    const end = this.endOf(list);
    if (at < end && (this.data[at] as number) >>> shift === value >>> shift) {
      this.data[at] = value;
      return;
    }
    const offset = at - this.startOf(list);
    if (this.lengthOf(list) === (this.capacities[list] as number)) this.move(list);
    const start = this.startOf(list);
    const length = this.lengthOf(list);
    this.data.copyWithin(start + offset + 1, start + offset, start + length);
    this.data[start + offset] = value;
    this.lengths[list] = length + 1;
  }

  /** Removes the entry that is the same as a value but for its lowest `shift` bits; without such an entry it does nothing. */
  remove(list: number, value: number, shift: number): void {
    const at = this.seek(list, value, shift);
    const end = this.endOf(list);
    if (at >= end || (this.data[at] as number) >>> shift !== value >>> shift) return;
    this.data.copyWithin(at, at + 1, end);
    this.lengths[list] = this.lengthOf(list) - 1;
  }

  /** Gives up a list, so that its number can be used again. */
  clear(list: number): void {
    this.wasted += this.capacities[list] ?? 0;
    this.lengths[list] = 0;
    this.capacities[list] = 0;
  }

  /** Drops the room that lists have outgrown; `exactly` also drops the room left to grow into. */
  compact(exactly: boolean): void {
    let total = 0;
    for (let list = 0; list < this.starts.length; list++) total += this.roomFor(list, exactly);
    const data = new Int32Array(Math.max(1024, exactly ? total : total * 2));
    let at = 0;
    for (let list = 0; list < this.starts.length; list++) {
      const room = this.roomFor(list, exactly);
      data.set(this.data.subarray(this.startOf(list), this.endOf(list)), at);
      this.starts[list] = at;
      this.capacities[list] = room;
      at += room;
    }
    this.data = data;
    this.used = total;
    this.wasted = 0;
  }

  /** Bytes held. */
  bytes(): number {
    return this.data.byteLength + this.starts.byteLength * 3;
  }

  private roomFor(list: number, exactly: boolean): number {
    return (exactly ? this.lengths[list] : this.capacities[list]) as number;
  }

  /** The place of the first entry that is not below a value. Documents mostly arrive in order: the end is looked at first. */
  private seek(list: number, value: number, shift: number): number {
    let low = this.startOf(list);
    let high = this.endOf(list);
    if (high > low && (this.data[high - 1] as number) >>> shift < value >>> shift) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.data[middle] as number) >>> shift < value >>> shift) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Gives a full list twice the room, at the end. */
  private move(list: number): void {
    const length = this.lengthOf(list);
    const capacity = Math.max(1, length * 2);
    if (this.used + capacity > this.data.length) {
      if (this.wasted > this.used / 3) this.compact(false);
      if (this.used + capacity > this.data.length) {
        const wider = new Int32Array(Math.max(this.data.length * 2, this.used + capacity));
        wider.set(this.data.subarray(0, this.used));
        this.data = wider;
      }
    }
    const start = this.startOf(list);
    this.data.copyWithin(this.used, start, start + length);
    this.wasted += this.capacities[list] as number;
    this.starts[list] = this.used;
    this.capacities[list] = capacity;
    this.used += capacity;
  }

  private widen(lists: number): void {
    const room = Math.max(lists, this.starts.length * 2);
    for (const name of ['starts', 'lengths', 'capacities'] as const) {
      const wider = new Int32Array(room);
      wider.set(this[name]);
      this[name] = wider;
    }
  }
}
