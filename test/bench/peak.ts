import { writeFileSync } from 'node:fs';

/** Loaded before a measured program: leaves its processor time and peak memory in a file when it ends. */
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(
    process.env['LIMPIA_BENCH_USAGE'] ?? '',
    JSON.stringify({ memory: maxRSS * 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 }),
  );
});
