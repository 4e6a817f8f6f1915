// Sends requests for some seconds from a process of its own, so that it shares no event loop with the harness.
// Reads { url, bodies, connections, warmUp, seconds } from its input as JSON. Writes a line of JSON when the seconds of
// warming up are over and it begins to measure, and one of what came of it.
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';

const { url, bodies, connections, warmUp, seconds } = JSON.parse(await text(process.stdin));

/** Seconds after which nothing is waited for any more. */
const LONGEST = warmUp + seconds + 60;

/** Milliseconds of each answer: the histogram of autocannon itself knows whole milliseconds alone. */
const times = [];
let clients = 0;
let requests;
/** When measuring began, and what CPU had been used by then. */
let begun;
let ended;

const running = autocannon(
  {
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    connections,
    // It is stopped below.
    duration: LONGEST,
    sampleInt: 50,
    timeout: LONGEST,
    setupClient,
    verifyBody: (body) => !body.includes('"errors":'),
  },
  (error, { errors, mismatches, non2xx }) => {
    if (error) throw error;
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? null;
    tell({
      requests: times.length,
      seconds: (ended - begun.time) / 1000,
      failures: errors + mismatches + non2xx,
      generatorCpu: (cpu() - begun.cpu) / times.length,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
    });
  },
);
running.on('start', () => setTimeout(measure, warmUp * 1000));
running.on('response', (_client, _status, _bytes, milliseconds) => {
  if (!begun) return;
  ended = performance.now();
  times.push(milliseconds);
});

function measure() {
  begun = { time: performance.now(), cpu: cpu() };
  tell({ isMeasuring: true });
  setTimeout(function stop() {
    // However slow the answers are, there is one for each client to tell of.
    if (times.length >= connections) running.stop();
    else setTimeout(stop, 50);
  }, seconds * 1000);
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function tell(what) {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

/**
 * Each client begins elsewhere, so that they do not ask the same at the same time. The first one makes the
 * requests for all: while each made its own, the earlier ones' answers would wait to be read.
 */
function setupClient(client) {
  const first = Math.floor((clients++ * bodies.length) / connections);
  if (!requests) {
    client.setRequests(bodies.map((body) => ({ body })));
    ({ requests } = client.requestIterator);
  }
  client.requestIterator.requests = [...requests.slice(first), ...requests.slice(0, first)];
  client.requestIterator.currentRequest = requests[first];
}
