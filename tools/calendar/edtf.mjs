// Writes edtf/testdata/edtfjs.tsv: node edtf.mjs ../../edtf/testdata
//
// For each line of texts.txt: whether the npm package edtf reads it, and its first and last day.
import fs from 'fs';
import edtf from 'edtf';

const dir = process.argv[2];
const { version } = JSON.parse(fs.readFileSync('node_modules/edtf/package.json', 'utf8'));
const day = (ms) => {
  if (!Number.isFinite(ms)) return '..';
  const d = new Date(ms), y = d.getUTCFullYear();
  const two = (n) => String(n).padStart(2, '0');
  if (Number.isNaN(y)) return '..';
  return (y < 0 ? '-' : '') + String(Math.abs(y)).padStart(4, '0') + '-' + two(d.getUTCMonth() + 1) + '-' + two(d.getUTCDate());
};
const rows = fs.readFileSync(`${dir}/texts.txt`, 'utf8').split('\n').filter((l) => l && !l.startsWith('#')).map((text) => {
  try {
    const d = edtf(text);
    const min = d.min === undefined ? -Infinity : d.min, max = d.max === undefined ? Infinity : d.max;
    return [text, 'ok', day(min === -Infinity || min === null ? NaN : min), day(max === Infinity || max === null ? NaN : max)].join('\t');
  } catch {
    return [text, 'refused', '-', '-'].join('\t');
  }
});
fs.writeFileSync(`${dir}/edtfjs.tsv`, `# What the npm package edtf ${version} makes of texts.txt, written by tools/calendar/edtf.mjs: whether it reads a text, and
# its first and last day (".." where open). Where it is known to be at fault, differs.tsv says so.
# text	read	first	last
${rows.join('\n')}\n`);
