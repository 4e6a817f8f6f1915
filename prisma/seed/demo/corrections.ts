import { decision, docNo } from './documents.ts';
import { ids } from './ids.ts';
import { type Batch, batch } from './insert.ts';
import { namingDecision } from './namings.ts';
import { cityFederation } from './offices.ts';
import type { Places } from './places.ts';

/** What takes studios' titles away. */
export const titleRevocation = { id: ids('revocation of titles')(), on: '2026-05-20' };

/** What takes a whole batch of awards back, all at once. */
export const batchRevocation = {
  id: ids('revocation of a batch')(),
  on: '2026-03-12',
  reason: '示例：该项目未列入批准的表彰项目目录，整批撤销',
};

/** What takes single awards back. */
export const grantRevocation = {
  id: ids('revocation of grants')(),
  on: '2026-06-08',
  reason: '示例：所在单位发生生产安全事故',
};

/** The decisions that take back or amend what earlier ones gave. */
export function corrections({ yantai }: Places): Batch {
  const common = { regionId: yantai.id, issuerId: cityFederation };
  const revocations = [
    [batchRevocation, 9, '示例关于撤销2024年烟台市工人先锋号的决定'],
    [titleRevocation, 18, '示例关于撤销部分创新工作室称号的决定'],
    [grantRevocation, 24, '示例关于撤销部分先进个人和集体荣誉的决定'],
  ] as const;
  return batch('Decision', [
    ...revocations.map(([{ id, on }, number, title]) =>
      decision({ id, title, kind: 'REVOKE', issuedOn: on, docNo: docNo('工发', on, number), ...common }),
    ),
    decision({
      id: ids('amendment')(),
      title: '示例关于更正2025年度烟台市创新工作室名单的通知',
      kind: 'AMEND',
      issuedOn: '2025-07-02',
      docNo: docNo('工发', '2025-07-02', 30),
      replacesId: namingDecision('MUNICIPAL', 2025, 0),
      text: '示例：名单中一个工作室的名称有误，予以更正。',
      ...common,
    }),
  ]);
}
