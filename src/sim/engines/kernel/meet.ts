/** Where two threads share a training: addresses of how often this one has published its outputs, and how often the other one has. */
export let published: usize = 0;
export let awaited: usize = 0;

/**
 * How often to look at the other thread's count, some nanoseconds each, before falling asleep. Being woken takes longer than a step: a
 * thread that sleeps comes late to the next meeting and sends the other one to sleep. So patience is a millisecond while both threads have
 * cores of their own, and short for a while after it was in vain: then spinning takes the core that the other thread needs.
 */
const LONG = 300000;
const SHORT = 5000;
const A_WHILE = 100;

/** Meetings left at which patience is short. */
let crowded = 0;

/** How often this thread has published. */
let times: i32 = 0;

/**
 * Waits until a count has come to a number, and so sees all that its thread wrote before.
 *
 * @param address of the count, which another thread raises and then notifies
 * @param target the number; counts may wrap
 * @param patience how often to look before falling asleep
 * @returns whether it fell asleep
 */
export function reach(address: usize, target: i32, patience: i32): bool {
  let looks = 0;
  for (let count = atomic.load<i32>(address); count - target < 0; count = atomic.load<i32>(address), looks++) {
    if (looks >= patience) atomic.wait<i32>(address, count, -1);
  }
  return looks > patience;
}

/** Which of the two sets of outputs the step uses: until the next meeting the other thread may still read the other set. */
export function side(): usize {
  return <usize>(times & 1);
}

/** Publishes what this thread has written. */
export function publish(): void {
  times++;
  atomic.store<i32>(published, times);
  atomic.notify(published, 1);
}

/** Waits until the other thread has published as often as this one. */
export function meet(): void {
  if (crowded > 0) {
    crowded--;
    reach(awaited, times, SHORT);
  } else if (reach(awaited, times, LONG)) crowded = A_WHILE;
}
