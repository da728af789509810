/** Items made when they are asked for, and kept. */
export class LazyList<T> {
  readonly #items: T[] = [];
  #source: Iterator<T> | undefined;

  constructor(source: Iterator<T>) {
    this.#source = source;
  }

  /** The item at a place from 0; undefined where the list has ended before it. */
  at(place: number): T | undefined {
    while (this.#source && this.#items.length <= place) {
      const next = this.#source.next();
      if (next.done) this.#source = undefined;
      else this.#items.push(next.value);
    }
    return this.#items[place];
  }
}

/** The items from a place on. */
export function* from<T>(list: LazyList<T>, place: number): Generator<T> {
  for (let k = place; ; k++) {
    const item = list.at(k);
    if (item === undefined) return;
    yield item;
  }
}
