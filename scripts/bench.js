import { handOver } from './bootstrap.js';

handOver('run-bench.ts');
