import { openOnce } from './onceEffect.ts';

/** Does one thing after the other under a key each, until it is killed: tells of each before it begins and once it is done. */
const [folder = '', run = ''] = process.argv.slice(2);
const partner = await openOnce(folder);

for (let count = 0; ; count++) {
  const key = `${run}.${count}`;
  tell({ begins: key });
  await partner.do(key);
  tell({ did: key });
}

function tell(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
