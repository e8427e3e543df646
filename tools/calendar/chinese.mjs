// Writes edtf/calendar/chinese_table.go: node chinese.mjs > ../../edtf/calendar/chinese_table.go
//
// The months are those of the npm package lunar-javascript (MIT), which follows the printed
// almanacs. Where the calendar of ICU, computed by today's astronomy, begins a month on another
// day or gives it another length, its month is listed too.
import lunar from 'lunar-javascript';

const first = 1644, last = 1924;
const label = (n, leap) => n + (leap ? 'bis' : '');

const almanac = new Map(); // year -> [{n, leap, start, length}]
for (let y = first; y <= last; y++) {
  almanac.set(y, lunar.LunarYear.fromYear(y).getMonths().filter((m) => m.getYear() === y).map((m) => ({
    n: Math.abs(m.getMonth()), leap: m.getMonth() < 0, start: Math.floor(m.getFirstJulianDay() + 0.5), length: m.getDayCount(),
  })));
}

const computed = new Map(); // year/month -> {start, length}
const format = new Intl.DateTimeFormat('en-u-ca-chinese', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const from = almanac.get(1645)[0].start - 40, to = almanac.get(last).at(-1).start + 40;
for (let jd = from; jd <= to; jd++) {
  const parts = Object.fromEntries(format.formatToParts(new Date((jd - 2440588) * 86400000)).map((p) => [p.type, p.value]));
  const key = parts.relatedYear + '/' + parts.month;
  if (parts.day === '1') computed.set(key, { start: jd, length: 0 });
  if (computed.has(key)) computed.get(key).length++;
}

const years = [], disputes = [];
for (let y = first; y <= last; y++) {
  const months = almanac.get(y);
  const leap = months.find((m) => m.leap)?.n ?? 0;
  const long = months.reduce((bits, m, i) => bits | (m.length === 30 ? 1 << i : 0), 0);
  years.push(`{${months[0].start}, ${leap}, 0x${long.toString(16).padStart(4, '0')}}`);
  if (y < 1645 || y > 1912) continue;
  for (let n = 1; n <= 12; n++) {
    for (const bis of [false, true]) {
      const a = months.find((m) => m.n === n && m.leap === bis), b = computed.get(y + '/' + label(n, bis));
      if (b && (!a || a.start !== b.start || a.length !== b.length)) disputes.push(`{${y}, ${n}, ${bis}, ${b.start}, ${b.length}}`);
    }
  }
}
const rows = (cells, n) => {
  let s = '';
  for (let i = 0; i < cells.length; i += n) s += '\t' + cells.slice(i, i + n).join(', ') + ',\n';
  return s;
};
console.log(`package calendar

// Made by tools/calendar/chinese.mjs with lunar-javascript 1.7.7 and ICU ${process.versions.icu}.

// chineseFirst is the year, counted as the Gregorian year in which it begins, of
// the first row of chineseYears.
const chineseFirst = ${first}

// chineseYears are the years of the Chinese almanac to ${last}.
var chineseYears = [...]lunarYear{
${rows(years, 5)}}

// chineseDisputes are the months that ICU begins on another day, or makes longer
// or shorter, than the almanac.
var chineseDisputes = [...]dispute{
${rows(disputes, 4)}}`);
