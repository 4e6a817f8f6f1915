import type { MetricAggregation } from '../../generated/prisma/client.ts';
import type { Report, ReportedFigure } from './report.ts';

const AGGREGATIONS: Record<MetricAggregation, string> = {
  SUM: '求和',
  MEAN: '平均',
  MAX: '最大值',
  MIN: '最小值',
};

/** The report as a text in Chinese that an office can go on from. What units wrote stands in it as text and nothing else. */
export function markdownOf(report: Report): string {
  const { stage, competition, region, counts, figures, problems, problemCount } = report;
  const { total, notDue, due, overdue, submitted, accepted, waived } = counts;
  const rest = problemCount - problems.length;
  return [
    `# ${plain(competition)}${plain(stage)}阶段总结汇总(${plain(region)})`,
    '## 一、报送情况',
    `共 ${total} 份:未到期 ${notDue} 份,待报 ${due} 份(其中逾期 ${overdue} 份),已报待审 ${submitted} 份,已审核 ${accepted} 份,免报 ${waived} 份。`,
    '## 二、指标数据',
    figures.length > 0 ? tableOf(figures) : '本竞赛未设指标。',
    '## 三、存在问题',
    problems.length > 0
      ? problems.map(({ organization, text }) => `- ${plain(organization)}:${plain(text)}`).join('\n')
      : '已审核的总结中没有反映问题。',
    ...(rest > 0 ? [`另有 ${rest} 条,未列出。`] : []),
  ].join('\n\n');
}

function tableOf(figures: readonly ReportedFigure[]): string {
  const rows = figures.map(({ name, unit, aggregation, value, target, count }) => [
    ...[plain(name), plain(unit), AGGREGATIONS[aggregation]],
    ...[value?.toFixed() ?? '—', target?.toFixed() ?? '—', String(count)],
  ]);
  const head = ['指标', '单位', '汇总方式', '数值', '目标', '报送数'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What Markdown would take for its own; the first three could also become HTML. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text on one line, in which no character has a meaning of its own. */
function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[&<>]/g, (each) => ENTITIES[each]!)
    .replace(/[\\`*_[\]|~$!#]/g, '\\$&');
}
