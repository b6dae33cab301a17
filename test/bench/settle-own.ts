/** `node settle-own.js DOCUMENTS`: processor time and peak memory of limpia's own search for duplicates, as JSON. */
import { readFileSync } from 'node:fs';
import { findDuplicates } from 'limpia';

const rows = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { id: string; text: string }[];
findDuplicates(rows.slice(0, 500));
const before = process.cpuUsage();
findDuplicates(rows);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify([(user + system) / 1e6, process.resourceUsage().maxRSS * 1024]));
