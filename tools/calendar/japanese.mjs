// Writes edtf/calendar/japanese_table.go: node japanese.mjs calendars.rb > ../../edtf/calendar/japanese_table.go
//
// calendars.rb is lib/when_exe/region/japanese/calendars.rb of the Ruby library when_exe (MIT, Takashi Suga),
// whose table writes a month as a letter: capital for 30 days, small for 29, doubled for the intercalary month.
import fs from 'fs';

const text = fs.readFileSync(process.argv[2], 'utf8');
const table = text.slice(text.indexOf("'rule_table'=> %w(") + 18);
const words = table.slice(0, table.indexOf(')')).trim().split(/\s+/);
const origin = +/'origin_of_MSC'=>(\d+)/.exec(text)[1];
let day = +/'origin_of_LSC'=>(\d+)/.exec(text)[1];
const first = 1600, last = 1872;

const years = [];
words.forEach((word, i) => {
  const y = origin + i;
  let leap = 0, long = 0, days = 0;
  [...word].forEach((c, n) => {
    const month = c.toLowerCase().charCodeAt(0) - 96;
    if (n > 0 && word[n - 1].toLowerCase() === c.toLowerCase()) leap = month;
    if (c < 'a') long |= 1 << n;
    days += c < 'a' ? 30 : 29;
  });
  if (y >= first && y <= last) years.push(`{${day}, ${leap}, 0x${long.toString(16).padStart(4, '0')}}`);
  day += days;
});
let rows = '';
for (let i = 0; i < years.length; i += 5) rows += '\t' + years.slice(i, i + 5).join(', ') + ',\n';
console.log(`package calendar

// Made by tools/calendar/japanese.mjs.

// japaneseFirst is the year, counted as the Gregorian year in which it begins, of
// the first row of japaneseYears.
const japaneseFirst = ${first}

// japaneseYears are the years of the Japanese lunisolar calendars to ${last}. The
// last of them was broken off after the second day of its twelfth month.
var japaneseYears = [...]lunarYear{
${rows}}`);
