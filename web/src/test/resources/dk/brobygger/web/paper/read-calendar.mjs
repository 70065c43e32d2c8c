// Reads a calendar with ical.js and with node-ical, and prints what each has understood.
import fs from 'node:fs';
import ICAL from 'ical.js';
import ical from 'node-ical';

const text = fs.readFileSync(process.argv[2], 'utf8');
const line = (...parts) => parts.join('|');
const first = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((part) => {
  const event = new ICAL.Event(part);
  return line('ical.js', event.uid, event.startDate.toJSDate().toISOString(), event.summary,
    part.getFirstPropertyValue('sequence'), part.getFirstPropertyValue('status'));
});
const second = Object.values(ical.sync.parseICS(text))
  .filter((event) => event.type === 'VEVENT')
  .map((event) => line('node-ical', event.uid, event.start.toISOString(), event.summary,
    event.sequence, event.status));
console.log([...first, ...second].join('\n'));
