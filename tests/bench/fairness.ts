import { check } from './check.ts';
import { loaded } from './databases.ts';
import { machine } from './machine.ts';
import type { Options } from './options.ts';
import { askings } from './subjects.ts';
import { print } from './table.ts';

/** Prints what a reader needs to judge whether everybody is treated alike: settings, versions, requests, statements. */
export async function explainFairness({ scale, contestants, questions }: Options): Promise<void> {
  const url = await loaded(scale);
  const asked = await askings(questions, url);
  const checked = await check(contestants, asked, 1, url);
  const { packages, ...where } = await machine(contestants, url);
  print(JSON.stringify(where, null, 2));
  for (const contestant of contestants) {
    print(`\n# ${contestant.name}\n`);
    for (const setting of contestant.settings) print(`- ${setting}`);
    const versions = Object.entries(packages[contestant.name]!);
    print(`- packages: ${versions.map(([name, version]) => `${name} ${version}`).join(', ')}`);
    for (const { question } of asked) {
      const { request, texts } = checked.find(
        (each) => each.contestant === contestant.name && each.question === question.name,
      )!;
      print(`\n## ${question.name}: ${question.title}\n`);
      print(JSON.stringify(request));
      for (const text of texts) print(`\n${text.trim()}`);
    }
  }
}
