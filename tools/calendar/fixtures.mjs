// Writes the fixtures of the calendar tests: node fixtures.mjs ../../edtf/calendar/testdata
//
// months-*.tsv: year, first day, and the lengths of its months, by the calendars of ICU that ship with Node.
// eras.tsv: the beginnings of the Japanese eras, which ICU gives by the lunisolar calendar.
import fs from 'fs';

const dir = process.argv[2];
const icu = process.versions.icu;
const day = (jd) => new Date((jd - 2440588) * 86400000);
const parts = (f, d) => Object.fromEntries(f.formatToParts(d).map((p) => [p.type, p.value]));
const from = Date.UTC(1499, 0, 1) / 86400000 + 2440588, to = Date.UTC(1952, 0, 1) / 86400000 + 2440588;

for (const [calendar, name] of [['islamic-civil', 'hijri'], ['persian', 'hijri-solar'], ['coptic', 'coptic']]) {
  const f = new Intl.DateTimeFormat('en-u-ca-' + calendar, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const years = [];
  let year = null, month = null;
  for (let jd = from; jd < to; jd++) {
    const p = parts(f, day(jd));
    if (p.year !== year) {
      year = p.year;
      years.push({ year, first: jd, lengths: [] });
    }
    if (p.month !== month || p.day === '1') years.at(-1).lengths.push(0);
    month = p.month;
    years.at(-1).lengths[years.at(-1).lengths.length - 1]++;
  }
  const rows = years.slice(1, -1).map((y) => [y.year.replace(/\D/g, ''), day(y.first).toISOString().slice(0, 10), y.lengths.join(' ')].join('\t'));
  fs.writeFileSync(`${dir}/months-${name}.tsv`,
    `# Calendar ${calendar} of ICU ${icu}, written by tools/calendar/fixtures.mjs: year, first day (Gregorian), lengths of its months.\n${rows.join('\n')}\n`);
}

const f = new Intl.DateTimeFormat('en-u-ca-japanese', { era: 'long', year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const eras = [];
let era = null;
for (let t = Date.UTC(1605, 0, 1); t < Date.UTC(1868, 0, 1); t += 86400000) {
  const p = parts(f, new Date(t));
  if (p.era === era) continue;
  if (era !== null) eras.push(p.era.replace(/ \(.*/, '').replace('’', "'") + '\t' + new Date(t).toISOString().slice(0, 10).replaceAll('-', '\t'));
  era = p.era;
}
fs.writeFileSync(`${dir}/eras.tsv`,
  `# Beginnings of Japanese eras by ICU ${icu}, written by tools/calendar/fixtures.mjs: name, year, month, day of the lunisolar calendar.\n${eras.join('\n')}\n`);
