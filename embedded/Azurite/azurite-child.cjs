// Runs Azurite as the child of a program that holds this process's standard input open. When that closes, by
// intention or because the program died, Azurite's own SIGINT handler runs: it saves and ends. A Ctrl+C at the
// terminal reaches parent and child alike; only the parent decides, so that Azurite stays up for its last writes.
const handlers = [];
const once = process.once;
process.once = (event, handler) => {
  if (event !== 'SIGINT') return once.call(process, event, handler);
  handlers.push(handler);
  return process;
};
process.on('SIGINT', () => {});

const end = () => {
  if (handlers.length === 0) process.exit(1);
  handlers.splice(0).forEach(handler => handler());
};
process.stdin.on('end', end).on('error', end).resume();

require(process.argv[1]);
