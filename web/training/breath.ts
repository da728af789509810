/** One turn of the event loop, without the delay that timers have. */
export const breath = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    // Spelled out because the type library of Node, where this is tested, does not know it.
    const end = port1 as unknown as { onmessage: () => void; close(): void };
    end.onmessage = () => {
      end.close();
      resolve();
    };
    port2.postMessage(null);
  });
